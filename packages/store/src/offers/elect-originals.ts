import { deleteBands, insertBands, readBands } from '../bands.js';
import { markElected, tallyIsCurrent } from '../marks.js';
import { linkCopies } from '../posts.js';
import type { Writing } from '../tables.js';
import type { Elected } from './candidates.js';
import { electAll } from './elect-all.js';
import { electChanged } from './elect-changed.js';
import { MOST_UNDER_A_KEY } from './originals.js';

/** Files new originals under those of their keys that are not crowded. */
const file = async (trx: Writing, filed: Elected['filed']): Promise<void> => {
  const under = new Map<number, number>();
  for (const { key } of await readBands(trx, [...new Set([...filed.values()].flat())]))
    under.set(key, (under.get(key) ?? 0) + 1);
  const bands = [...filed].flatMap(([arrival, keys]) =>
    keys.flatMap((key) => {
      const held = under.get(key) ?? 0;
      if (held >= MOST_UNDER_A_KEY) return [];
      under.set(key, held + 1);
      return [{ key, arrival }];
    }),
  );
  await insertBands(trx, bands);
};

/**
 * Links copies anew so that nothing depends on the order in which posts were offered: the earliest published text is the
 * original, of equally early ones and of undated ones the one with the smallest id. As offers link copies to what stood
 * there before them, the links are theirs until an election. It looks at what has changed since the last one, and at all posts only
 * where that is quicker; it does nothing when nothing has changed since the last tally.
 */
export const electOriginals = async (trx: Writing): Promise<void> => {
  if (await tallyIsCurrent(trx)) return;
  const { relinked, unfiled, filed } = (await electChanged(trx)) ?? (await electAll(trx));
  for (const [arrival, keys] of unfiled) await deleteBands(trx, arrival, keys);
  await linkCopies(trx, relinked);
  await file(trx, filed);
  await trx.deleteFrom('unelected').execute();
  await markElected(trx);
};
