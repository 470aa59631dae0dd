import type { DropCounts, Signal, Verdict, VerdictError } from '@marsad/records';

/** How many posts of a batch have one language and the same signals. */
interface Tally {
  language: { code: string };
  signals: { code: Signal }[];
  posts: number;
}

/** What became of a batch of posts, ready to be written: strings cross from thread to thread far cheaper than objects. */
export interface JudgedLines {
  /** a line of JSON a post, in order, with a line feed between them */
  lines: string;
  tallies: Tally[];
  /** posts that could not be judged, by code */
  errors: DropCounts;
}

/** Writes verdicts as lines, and counts them. */
export const judgedLines = (verdicts: readonly (Verdict | VerdictError)[]): JudgedLines => {
  const tallies = new Map<string, Tally>();
  const errors: DropCounts = {};
  const lines: string[] = [];
  for (const verdict of verdicts) {
    lines.push(JSON.stringify(verdict));
    if ('error' in verdict) {
      errors[verdict.error.code] = (errors[verdict.error.code] ?? 0) + 1;
      continue;
    }
    let key = verdict.language.code;
    for (const { code } of verdict.signals) key += ` ${code}`;
    const tally = tallies.get(key);
    if (tally) tally.posts += 1;
    else {
      const { language, signals } = verdict;
      tallies.set(key, { language: { code: language.code }, signals: signals.map(({ code }) => ({ code })), posts: 1 });
    }
  }
  return { lines: lines.join('\n'), tallies: [...tallies.values()], errors };
};
