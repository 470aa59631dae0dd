/** Rows drawn above and below those in sight, so that a quick scroll does not run into the blank. */
const SPARE = 8;

/** The rows to draw of a long list whose rows are all `rowHeight` pixels high: from the first to before the last. */
export const visibleRows = (
  rows: number,
  rowHeight: number,
  scrolled: number,
  height: number,
): { first: number; end: number } => {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - SPARE);
  return { first, end: Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + SPARE) };
};
