import type { FrontierEntry } from '@marsad/records';
import type { Lead, ReaderContext, Reading } from './source-reader.js';

const MARK = '#down-to=';

/** One page of a list that a service shows newest first. */
interface ListPage {
  /** of its items, as numbers that grow with time: milliseconds, or ids; the last one is the oldest */
  positions: readonly number[];
  /** address of the page of older items, if there is one */
  older: string | undefined;
}

/**
 * Walks such lists from their newest page backwards: on the first run as far as the budget goes, later down to the newest
 * item known before. How far down is written into the fragment of each further page's address: the fragment is never sent,
 * survives a kill with the frontier, and tells the third page of this run from the third page of the last.
 */
export interface NewestFirst {
  /** position down to which the walk goes that this document belongs to; undefined on the first run */
  boundOf(document: FrontierEntry): Promise<number | undefined>;
  /** the page to ask next and the note to keep */
  step(document: FrontierEntry, page: ListPage): Promise<Pick<Reading, 'leads' | 'note'>>;
}

/** The address to ask for a document: its own without the fragment, which is ours alone. */
export const addressWithoutFragment = async (document: FrontierEntry): Promise<string> =>
  document.url.split('#', 1)[0] ?? document.url;

/**
 * @param maximumPages pages of the first run
 * @param overlap how far below the newest known item a later run still looks, for what a service shows late
 */
export const openNewestFirst = (
  sourceId: string,
  ledger: ReaderContext['ledger'],
  { maximumPages, overlap = 0 }: { maximumPages: number; overlap?: number },
): NewestFirst => {
  const keyOf = ({ url }: FrontierEntry): string => `newest ${url}`;
  const knownTo = async (document: FrontierEntry): Promise<number | undefined> => {
    const note = await ledger.recallNote(sourceId, keyOf(document));
    return note === null ? undefined : Number(note);
  };

  const boundOf = async (document: FrontierEntry): Promise<number | undefined> => {
    if (document.role === 'entry') {
      const known = await knownTo(document);
      return known === undefined ? undefined : known - overlap;
    }
    const mark = document.url.indexOf(MARK);
    return mark < 0 ? undefined : Number(document.url.slice(mark + MARK.length));
  };

  return {
    boundOf,
    async step(document, { positions, older }) {
      const bound = await boundOf(document);
      const last = positions.at(-1);
      const isDone = bound === undefined ? document.depth + 1 >= maximumPages : last !== undefined && last <= bound;
      const leads: Lead[] =
        older === undefined || isDone
          ? []
          : [
              {
                url: bound === undefined ? older : `${older}${MARK}${bound}`,
                role: 'page',
                depth: document.depth + 1,
              },
            ];
      if (document.role !== 'entry' || last === undefined) return { leads };
      const newest = positions.reduce((greatest, position) => Math.max(greatest, position), last);
      const known = await knownTo(document);
      // The frontier holds what is still to be asked, so the note may move at once.
      const isNews = known === undefined || newest > known;
      return { leads, ...(isNews ? { note: { key: keyOf(document), value: String(newest) } } : {}) };
    },
  };
};
