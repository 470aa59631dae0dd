import type { StageReport } from '@marsad/records';

const number = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ');

const rate = ({ in: taken, seconds }: StageReport): string =>
  taken === 0 || seconds === 0 ? '–' : number(Math.round(taken / seconds));

/**
 * What a stage takes in and what comes out. Stages count different things, so that the out of one need not be the in of the
 * next: a document holds many texts, and `tally` takes all posts of the store, not only those of this run.
 */
const COUNTED: Readonly<Record<string, string>> = {
  fetch: 'documents → read',
  collect: 'texts → new posts',
  import: 'texts → new posts',
  classify: 'posts → judged',
  'detect-language': 'posts → judged',
  place: 'posts → name a neighbourhood',
  tally: 'all posts → in shown areas',
  snapshot: 'blocks of weeks → shown',
};

/** `import posts.csv` counts what `import` counts. */
const countedBy = ({ name }: StageReport): string => COUNTED[name.split(' ', 1)[0] ?? ''] ?? 'in → out';

/** Reasons that do not speak for themselves, or read as if the posts were lost. */
const SAID: Readonly<Record<string, string>> = {
  boost: "boost (somebody else's post passed on)",
  'city-as-a-whole': 'city-as-a-whole (names none)',
  outside: 'outside (counts for the city)',
  'outside:copy': 'outside:copy (of another post)',
  'outside:not-of-the-city': 'outside:not-of-the-city (counts nowhere)',
};

/**
 * The table that ends every run: per stage what is counted, in − dropped = out, seconds, rate; below each stage the reasons,
 * their numbers under `dropped`, whose sum they are.
 */
export const stageTable = (stages: readonly StageReport[]): string[] => {
  const header = ['stage', 'counted', 'in', '− dropped', '= out', 'seconds', 'in/s'];
  const rows = stages.flatMap((stage) => [
    [
      stage.name,
      countedBy(stage),
      number(stage.in),
      number(stage.in - stage.out),
      number(stage.out),
      stage.seconds.toFixed(1),
      rate(stage),
    ],
    ...Object.entries(stage.dropped)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ['', `· ${SAID[reason] ?? reason}`, '', number(count)]),
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
};
