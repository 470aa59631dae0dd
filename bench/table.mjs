/** @typedef {import('./measure.mjs').Result} Result */

/** @param {number} rate */
const rateText = (rate) => (rate >= 100 ? Math.round(rate).toLocaleString('en') : rate.toPrecision(3));

/**
 * Ours divided by the other, where both are there.
 * @param {number | undefined} ours
 * @param {number} other
 */
const ratioText = (ours, other) => (ours === undefined ? '–' : `${rateText(ours / other)} ×`);

/**
 * The results as lines of text, the fastest by CPU first. Ratios are ours ÷ the contender of that line: above 1 we do more.
 * @param {readonly Result[]} results
 */
export const tableOf = (results) => {
  const ours = results.find((result) => result.ours);
  const unit = results[0]?.unit ?? 'units';
  const rows = [...results]
    .sort((a, b) => b.cpu - a.cpu)
    .map((result) => [
      result.name,
      rateText(result.wall),
      rateText(result.cpu),
      result.ours ? '' : ratioText(ours?.wall, result.wall),
      result.ours ? '' : ratioText(ours?.cpu, result.cpu),
      `${Math.round(result.megabytes)} MB`,
      result.quality,
    ]);
  const head = ['', `${unit}/s`, `${unit}/CPU s`, 'ours ÷ it', 'by CPU', 'memory', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === row.length - 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
};
