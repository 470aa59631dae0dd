import type { StageReport } from '@marsad/records';

const number = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ');

const rate = ({ in: taken, seconds }: StageReport): string =>
  taken === 0 || seconds === 0 ? '–' : number(Math.round(taken / seconds));

/** The table that ends every run: per stage in, out, dropped by reason, seconds, rate. */
export const stageTable = (stages: readonly StageReport[]): string[] => {
  const header = ['stage', 'in', 'out', 'dropped', 'seconds', 'in/s'];
  const rows = stages.map((stage) => [
    stage.name,
    number(stage.in),
    number(stage.out),
    number(stage.in - stage.out),
    stage.seconds.toFixed(1),
    rate(stage),
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const lines = [line(header), line(widths.map((width) => '─'.repeat(width)))];
  stages.forEach((stage, index) => {
    lines.push(line(rows[index] ?? []));
    for (const [reason, count] of Object.entries(stage.dropped)) {
      if (count > 0) lines.push(`${' '.repeat((widths[0] ?? 0) + 2)}· ${reason}: ${number(count)}`);
    }
  });
  return lines;
};
