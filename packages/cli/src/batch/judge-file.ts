import type { DropCounts, StageReport } from '@marsad/records';
import { DropCounter, InputError } from '@marsad/records';
import type { BatchRow } from './read-rows.js';
import type { LineSink, Written } from './write-lines.js';

/** Rows handed to the judge at once: large enough that worker threads pay. */
const BATCH = 2000;

export interface JudgeReport {
  stage: StageReport;
  /** error lines written in place, by code */
  errors: DropCounts;
}

const otherInput = (came: string, { lines }: Written): InputError =>
  new InputError(
    'resume-other-input',
    `--resume: expected the input of the ${lines} lines already written, got ${came}`,
    {
      remedy: 'Give the same input again, or begin anew without --resume.',
    },
  );

/** The last line kept must be that of the row at its place, or the lines belong to another input. */
const refuseOther = (row: BatchRow, written: Written): void => {
  const { id } = JSON.parse(written.last ?? '{}') as { id?: unknown };
  if (id !== row.id) throw otherInput(`row ${JSON.stringify(row.id)} where ${JSON.stringify(id)} was written`, written);
};

/**
 * Streams rows through a judge into lines, in order, one line a row, in constant memory. A row that cannot be judged
 * becomes `{"id","error"}` in its place.
 * @param judge gives one JSON-ready value for each post, in order
 */
export const judgeFile = async (
  rows: AsyncIterable<BatchRow>,
  judge: (posts: { id: string; text: string }[]) => Promise<unknown[]>,
  sink: LineSink,
  options: { name: string; clock: () => Date; onDone: (rows: number) => void; signal?: AbortSignal },
): Promise<JudgeReport> => {
  const begun = options.clock().getTime();
  const errors = new DropCounter();
  let taken = 0;
  let batch: BatchRow[] = [];

  const flush = async (): Promise<void> => {
    options.signal?.throwIfAborted();
    const posts = batch.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));
    const judged = await judge(posts);
    let next = 0;
    const lines = batch.map(({ id, text, problem }) => {
      if (text === undefined) {
        const error = problem ?? { code: 'no-text', message: 'expected a text, but the row has none' };
        errors.add(error.code);
        return JSON.stringify({ id, error });
      }
      const value = judged[next];
      next += 1;
      if (typeof value === 'object' && value !== null && 'error' in value) {
        errors.add((value.error as { code: string }).code);
      }
      return JSON.stringify(value);
    });
    await sink.write(lines);
    taken += batch.length;
    options.onDone(taken);
    batch = [];
  };

  let skipped = 0;
  for await (const row of rows) {
    if (skipped < sink.alreadyWritten.lines) {
      skipped += 1;
      if (skipped === sink.alreadyWritten.lines) refuseOther(row, sink.alreadyWritten);
      continue;
    }
    batch.push(row);
    if (batch.length >= BATCH) await flush();
  }
  if (skipped < sink.alreadyWritten.lines) throw otherInput(`${skipped} rows`, sink.alreadyWritten);
  if (batch.length > 0) await flush();
  await sink.finish();
  return {
    stage: {
      name: options.name,
      in: taken,
      out: taken - errors.total,
      dropped: errors.toJSON(),
      seconds: Math.max(0, options.clock().getTime() - begun) / 1000,
    },
    errors: errors.toJSON(),
  };
};
