/** The small shape of a mark, where it stands before words. */
export const KnownShape = ({ kind }: { kind: 'incident' | 'intervention' }) => (
  <span className={`known-shape known-mark-${kind}`} aria-hidden="true" />
);
