/** Fields that say what a thing is come first; the others follow in the order of their code units. */
const LEADING = ['format', 'type', 'id'];

const rank = (key: string): number => {
  const index = LEADING.indexOf(key);
  return index < 0 ? LEADING.length : index;
};

const ordered = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries);
};

/** JSON with one possible text per value: keys in a fixed order. `indent` spaces, or all on one line for 0. */
export const canonicalJson = (value: unknown, indent = 0): string => JSON.stringify(value, ordered, indent);
