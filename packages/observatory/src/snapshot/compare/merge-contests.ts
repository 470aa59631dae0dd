import { type Contest, contest } from '@marsad/records';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.js';
import { ATTACHMENTS } from '../trust/trust-files.js';
import { parseAttached } from './parse-attached.js';

/** Where contests lie in a signed copy. */
export const CONTESTS = `${ATTACHMENTS}contests.json`;

const attached = z.looseObject({ contests: z.array(contest) });

/** The contests that are attached to a snapshot. */
export const contestsIn = (files: ReadonlyMap<string, Uint8Array>): Contest[] => {
  const bytes = files.get(CONTESTS);
  return bytes ? parseAttached(attached, CONTESTS, bytes).contests : [];
};

/** An answered contest before an open one; else the last by its text, so that the order of snapshots tells nothing. */
const rank = (one: Contest): string => `${one.answer === undefined ? 0 : 1} ${canonicalJson(one)}`;

/** What is contested in any of several snapshots, each contest once, sorted by id: it stays until it is answered, and then with its answer. */
export const mergeContests = (contests: readonly Contest[]): Contest[] => {
  const byId = new Map<string, Contest>();
  for (const one of contests) {
    const known = byId.get(one.id);
    if (known === undefined || rank(known) < rank(one)) byId.set(one.id, one);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};
