/**
 * The position of the row that a key leads to, from row `at` of `rows`; null for keys that lead nowhere. Up and down do
 * not depend on the direction of writing.
 */
export const rowAfterKey = (key: string, at: number, rows: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
};
