/**
 * Solves a small system of linear equations by Gaussian elimination with row exchange.
 * @param matrix square, row by row; left as it is
 * @returns undefined when the system has no single solution
 */
export const solveLinear = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined => {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    const pivot = rows[best];
    const held = rows[column];
    if (!pivot || !held || Math.abs(pivot[column] ?? 0) < 1e-300) return undefined;
    rows[best] = held;
    rows[column] = pivot;
    for (let row = 0; row < size; row += 1) {
      const target = rows[row];
      if (row === column || !target) continue;
      const factor = (target[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at += 1) target[at] = (target[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
};
