import type { FrontierEntry } from '@marsad/records';
import { z } from 'zod';
import type { CollectEffects, CollectLedger } from '../ports.js';
import type { Lead } from '../sources/source-reader.js';

const KEY = 'thread-tails';
const MAXIMUM_TAILS = 2_000;
const tail = z.object({
  url: z.string(),
  depth: z.number().int(),
  /** when the page was first seen to be the last */
  found: z.string().optional(),
});
type Tail = z.infer<typeof tail>;

/**
 * The last pages of a forum's threads. New posts appear on the last page of a thread or on pages after it, so only that
 * page is asked again, and only in a run in which some listing of the source has changed: a listing shows that a thread has
 * grown, but not where. The earlier pages are never asked again. The list is a note in the ledger; the newest 2,000 stay.
 */
export const openThreadTails = (
  sourceId: string,
  { ledger, clock }: { ledger: Pick<CollectLedger, 'recallNote'>; clock: CollectEffects['clock'] },
) => {
  let tails: Map<string, Tail> | undefined;
  const load = async (): Promise<Map<string, Tail>> => {
    if (!tails) {
      const note = await ledger.recallNote(sourceId, KEY);
      tails = new Map(
        note === null
          ? []
          : z
              .array(tail)
              .parse(JSON.parse(note))
              .map((known) => [known.url, known]),
      );
    }
    return tails;
  };
  return {
    /** @param since when the run began: what was found after that has just been read */
    async leads(since: string): Promise<Lead[]> {
      const older = [...(await load()).values()].filter(({ found = '' }) => found < since);
      return older.map(({ url, depth }) => ({ url, role: 'entry', depth }));
    },
    /** Links from a start page to a known last page: the ledger takes an entry point for a start. */
    async depthOf(url: string): Promise<number | undefined> {
      return (await load()).get(url)?.depth;
    },
    /** The note to keep after a thread page was read, if it changes the list. */
    async noteFor(document: FrontierEntry, hasNext: boolean): Promise<{ key: string; value: string } | undefined> {
      const known = await load();
      if (known.has(document.url) === !hasNext) return undefined;
      if (hasNext) known.delete(document.url);
      else known.set(document.url, { url: document.url, depth: document.depth, found: clock().toISOString() });
      return { key: KEY, value: JSON.stringify([...known.values()].slice(-MAXIMUM_TAILS)) };
    },
  };
};
