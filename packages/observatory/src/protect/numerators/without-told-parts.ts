import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { type PublishedBlocks, touches } from '../margins/published-view.js';
import { placeOf } from '../place-of.js';
import { type ToldPart, toldParts } from './told-parts.js';

/** What cutting blocks must leave out, by `placeOf`. */
export interface Forbidden {
  /** no block closes there: it goes on for another week */
  closing: Set<string>;
  /** a block that was published there is not told anew */
  revising: Set<string>;
}

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

const fewestPosts = (blocks: readonly ShownBlock[]): ShownBlock | undefined =>
  blocks.toSorted((a, b) => a.figures.posts - b.figures.posts || (placeOf(a) < placeOf(b) ? -1 : 1))[0];

/**
 * Cuts blocks until no part of one is told by the margins of a numerator. Where one is, something new gives way: the block itself
 * goes on for another week; else, of the blocks beside it, the last new one of the city, or the smallest new one of a neighbourhood.
 * Where nothing is new, a block that was told anew goes back to its earlier answer. What was published before stays.
 * @param cut the blocks without what is forbidden
 * @param published the blocks of the last tally
 */
export const withoutToldParts = (
  cut: (forbidden: Forbidden) => Block[],
  published: readonly Block[],
  districts: Pick<PublishedBlocks, 'districts' | 'districtOf'>,
  rules: ProtectionRules,
): Block[] => {
  const before = new Map(published.flatMap((block) => (isShown(block) ? [[placeOf(block), block] as const] : [])));
  const isNew = (block: ShownBlock): boolean => !before.has(placeOf(block));
  const forbidden: Forbidden = { closing: new Set(), revising: new Set() };

  /** Forbids one thing more; false when nothing is left to forbid. */
  const forbid = ({ block }: ToldPart, blocks: readonly ShownBlock[]): boolean => {
    const beside = blocks.filter((one) => one.area === null && touches(one, block));
    const around = blocks.filter((one) => one.area !== null && beside.some((column) => touches(column, one)));
    const gives = isNew(block)
      ? block
      : (beside.findLast(isNew) ?? fewestPosts(around.filter(isNew)) ?? blocks.findLast(isNew));
    const place = placeOf(gives ?? block);
    const from = gives ? forbidden.closing : forbidden.revising;
    if (from.has(place)) return false;
    from.add(place);
    return true;
  };

  for (;;) {
    const blocks = cut(forbidden);
    const shown = blocks.filter(isShown);
    let changed = false;
    const seen = new Set<ShownBlock>();
    for (const part of toldParts({ blocks, ...districts }, rules)) {
      // One remedy for parts that share weeks of the city may do for all of them.
      if (seen.has(part.column) || seen.has(part.block)) continue;
      for (const one of shown) if (one.area === null && touches(one, part.block)) seen.add(one);
      seen.add(part.block);
      changed = forbid(part, shown) || changed;
    }
    if (!changed) return blocks;
  }
};
