import { useTranslator } from '../i18n/translation.js';

export interface CountRow {
  key: string;
  label: string;
  posts: number;
}

/** Counts as bars from the reading edge, each with its number: a list first, a drawing second. */
export const CountBars = ({ rows, of }: { rows: readonly CountRow[]; of: number }) => {
  const { count } = useTranslator();
  return (
    <ul className="count-bars">
      {rows.map((row) => (
        <li key={row.key} data-code={row.key}>
          <span className="count-label">
            <bdi>{row.label}</bdi>
          </span>
          <span className="count-number">{count(row.posts)}</span>
          <span className="count-track" aria-hidden="true">
            <span
              className="count-bar"
              style={{ inlineSize: `${of > 0 ? Math.min(100, (row.posts / of) * 100) : 0}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
};
