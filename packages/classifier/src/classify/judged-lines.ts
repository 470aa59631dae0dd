import type { DropCounts, Signal, Verdict, VerdictError } from '@marsad/records';
import { writeVerdict } from './write-verdict.js';

/** How many posts of a batch have one language and the same signals. */
interface Tally {
  language: { code: string };
  signals: { code: Signal }[];
  /** the model's error in this language was never measured */
  unmeasured: boolean;
  posts: number;
}

/** What became of a batch of posts, ready to be written: bytes are handed from thread to thread, objects
 * would have to be copied. */
export interface JudgedLines {
  /** in UTF-8, a line of JSON a post, in order, each ended by a line feed */
  lines: Uint8Array<ArrayBuffer>;
  tallies: Tally[];
  /** posts that could not be judged, by code */
  errors: DropCounts;
}

const encoder = new TextEncoder();

/** Writes verdicts as lines, and counts them. */
export const judgedLines = (verdicts: readonly (Verdict | VerdictError)[]): JudgedLines => {
  const tallies = new Map<string, Tally>();
  const errors: DropCounts = {};
  let lines = '';
  for (const verdict of verdicts) {
    lines += `${writeVerdict(verdict)}\n`;
    if ('error' in verdict) {
      errors[verdict.error.code] = (errors[verdict.error.code] ?? 0) + 1;
      continue;
    }
    let key = verdict.language.code;
    for (const { code } of verdict.signals) key += ` ${code}`;
    const tally = tallies.get(key);
    if (tally) tally.posts += 1;
    else {
      const { language, signals, unmeasured = false } = verdict;
      tallies.set(key, {
        language: { code: language.code },
        signals: signals.map(({ code }) => ({ code })),
        unmeasured,
        posts: 1,
      });
    }
  }
  return { lines: encoder.encode(lines), tallies: [...tallies.values()], errors };
};
