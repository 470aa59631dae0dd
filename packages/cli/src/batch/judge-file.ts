import type { JudgedLines } from '@marsad/classifier';
import type { DropCounts, StageReport } from '@marsad/records';
import { DropCounter, InputError } from '@marsad/records';
import type { BatchRow } from './read-rows.js';
import type { LineSink, Written } from './write-lines.js';

/** Rows handed to the judge at once: large enough that worker threads pay. */
const BATCH = 500;
/** Batches under way at once: rows are read and lines written while worker threads judge, and none has to wait. */
const MOST_UNDER_WAY = 6;

/** Judges a batch into lines, in order, each ended by a line feed. */
export type Judge = (posts: { id: string; text: string }[]) => Promise<JudgedLines>;

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

/** The lines of a batch with those of its rows that hold no text in their places. */
const linesOf = (batch: readonly BatchRow[], judged: JudgedLines, errors: DropCounter): Uint8Array => {
  for (const [code, count] of Object.entries(judged.errors)) errors.add(code, count);
  if (batch.every(({ text }) => text !== undefined)) return judged.lines;
  const lines = new TextDecoder().decode(judged.lines).split('\n');
  let next = 0;
  const all = batch.map(({ id, text, problem }) => {
    if (text !== undefined) {
      next += 1;
      return `${lines[next - 1] ?? ''}\n`;
    }
    const error = problem ?? { code: 'no-text', message: 'expected a text, but the row has none' };
    errors.add(error.code);
    return `${JSON.stringify({ id, error })}\n`;
  });
  return new TextEncoder().encode(all.join(''));
};

/**
 * Streams rows through a judge into lines, in order, one line a row, in constant memory. A row that cannot be judged
 * becomes `{"id","error"}` in its place.
 * @param rows as many at once as came
 * @param options `signal` stops it after the batch that is being judged; input that is all judged by then is finished
 * @throws the reason of `signal`, when stopped; what was judged is written
 */
export const judgeFile = async (
  rows: AsyncIterable<readonly BatchRow[]>,
  judge: Judge,
  sink: LineSink,
  options: { name: string; clock: () => Date; onDone: (rows: number) => void; signal?: AbortSignal },
): Promise<JudgeReport> => {
  const begun = options.clock().getTime();
  const errors = new DropCounter();
  let taken = 0;
  let batch: BatchRow[] = [];
  const underWay: { batch: readonly BatchRow[]; judged: Promise<JudgedLines>; isJudged: boolean }[] = [];

  const writeOldest = async (): Promise<void> => {
    const oldest = underWay.shift();
    if (!oldest) return;
    try {
      await sink.write(linesOf(oldest.batch, await oldest.judged, errors));
    } catch (error) {
      // What comes after a batch that is missing must not be written.
      underWay.length = 0;
      throw error;
    }
    taken += oldest.batch.length;
    options.onDone(taken);
  };
  const hand = async (): Promise<void> => {
    options.signal?.throwIfAborted();
    const posts = batch.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));
    const judged = judge(posts);
    const handed = { batch, judged, isJudged: false };
    const markJudged = (): void => {
      handed.isJudged = true;
    };
    // A failure is met when its turn to be written comes; until then nobody listens.
    judged.then(markJudged, () => {});
    underWay.push(handed);
    batch = [];
    if (underWay.length >= MOST_UNDER_WAY) await writeOldest();
  };
  const stopIfAsked = (): void => {
    if (underWay.length > 0) options.signal?.throwIfAborted();
  };

  let skipped = 0;
  try {
    for await (const some of rows) {
      for (const row of some) {
        if (skipped < sink.alreadyWritten.lines) {
          skipped += 1;
          if (skipped === sink.alreadyWritten.lines) refuseOther(row, sink.alreadyWritten);
          continue;
        }
        batch.push(row);
        if (batch.length >= BATCH) await hand();
      }
    }
    if (skipped < sink.alreadyWritten.lines) throw otherInput(`${skipped} rows`, sink.alreadyWritten);
    if (batch.length > 0) await hand();
    for (; underWay.length > 0; await writeOldest()) stopIfAsked();
  } catch (error) {
    // What is judged is kept, so that --resume need not judge it again. Input that breaks off waits for the batches under
    // way, a stop does not.
    while (options.signal?.aborted ? underWay[0]?.isJudged : underWay.length > 0) await writeOldest();
    throw error;
  }
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
