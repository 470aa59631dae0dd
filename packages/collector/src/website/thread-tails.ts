import type { FrontierEntry } from '@marsad/records';
import { z } from 'zod';
import type { CollectLedger } from '../ports.js';
import type { Lead } from '../sources/source-reader.js';

const KEY = 'thread-tails';
const MAXIMUM_TAILS = 2_000;
const tailList = z.array(z.object({ url: z.string(), depth: z.number().int() }));

/**
 * The last pages of a forum's threads. New posts appear on the last page of a thread or on pages after it, so only that
 * page is asked again, and only in a run in which some listing of the source has changed: a listing shows that a thread has
 * grown, but not where. The earlier pages are never asked again. The list is a note in the ledger; the newest 2,000 stay.
 */
export const openThreadTails = (sourceId: string, ledger: Pick<CollectLedger, 'recallNote'>) => {
  let tails: Map<string, number> | undefined;
  const load = async (): Promise<Map<string, number>> => {
    if (!tails) {
      const note = await ledger.recallNote(sourceId, KEY);
      tails = new Map(note === null ? [] : tailList.parse(JSON.parse(note)).map(({ url, depth }) => [url, depth]));
    }
    return tails;
  };
  return {
    async leads(): Promise<Lead[]> {
      return [...(await load())].map(([url, depth]) => ({ url, role: 'entry', depth }));
    },
    /** Links from a start page to a known last page: the ledger takes an entry point for a start. */
    async depthOf(url: string): Promise<number | undefined> {
      return (await load()).get(url);
    },
    /** The note to keep after a thread page was read, if it changes the list. */
    async noteFor(document: FrontierEntry, hasNext: boolean): Promise<{ key: string; value: string } | undefined> {
      const known = await load();
      if (known.has(document.url) === !hasNext) return undefined;
      if (hasNext) known.delete(document.url);
      else known.set(document.url, document.depth);
      const list = [...known].map(([url, depth]) => ({ url, depth })).slice(-MAXIMUM_TAILS);
      return { key: KEY, value: JSON.stringify(list) };
    },
  };
};
