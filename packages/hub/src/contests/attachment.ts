import { type Contest, contest } from '@marsad/records';
import { z } from 'zod';
import { readContest, saveContest } from '../ledger/rows/contests.js';
import type { Writing } from '../ledger/tables.js';

/** Where contests lie in a copy. */
export const CONTESTS_FILE = 'attachments/contests.json';

const attached = z.looseObject({ contests: z.array(contest) });

/** The contests that came with a copy; undefined when what lies there is none. */
export const contestsIn = (files: ReadonlyMap<string, Uint8Array>): Contest[] | undefined => {
  const bytes = files.get(CONTESTS_FILE);
  if (!bytes) return [];
  try {
    return attached.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).contests;
  } catch {
    return undefined;
  }
};

/** Contests as the bytes of their file, the same for the same contests. */
export const contestsBytes = (contests: readonly Contest[]): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ contests }, undefined, 2)}\n`);

/**
 * Takes contests that came attached to a copy of a city. One that is known stays as it is, but for the answer to one that was
 * not raised here: nobody else may end a contest that this hub's communities raised, nor change its words.
 * @returns how many are new or newly answered
 */
export const takeContests = async (trx: Writing, city: string, came: readonly Contest[]): Promise<number> => {
  let taken = 0;
  for (const contest of came) {
    if (contest.city !== city) continue;
    const known = await readContest(trx, city, contest.id);
    const answers = known && !known.raisedHere && known.contest.answer === undefined && contest.answer !== undefined;
    if (known && !answers) continue;
    await saveContest(trx, {
      contest: known ? { ...known.contest, answer: contest.answer } : contest,
      raisedHere: false,
    });
    taken += 1;
  }
  return taken;
};
