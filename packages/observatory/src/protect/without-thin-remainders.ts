import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from './keep-published.js';
import { placeOf } from './place-of.js';
import { type ThinRemainder, thinRemainders } from './thin-remainders.js';

const hidden = ({ area, weeks }: Block): Block => ({
  area,
  weeks,
  status: 'suppressed',
  reason: 'protects-another-cell',
});

/** Whether a neighbourhood's block lies in the weeks of a run of city blocks. */
const isInside = ({ area, weeks }: Block, run: readonly ShownBlock[]): boolean => {
  if (area === null) return false;
  const from = run[0]?.weeks;
  const until = run.at(-1)?.weeks;
  if (weeks === null || !from || !until) return weeks === null && !from;
  return from[0] <= weeks[0] && weeks[1] <= until[1];
};

/** What one of the blocks behind a thin remainder becomes. */
const remedyOf = (
  { city }: ThinRemainder,
  blocks: readonly Block[],
  before: ReadonlyMap<string, ShownBlock>,
): [Block, Block] | undefined => {
  const last = city.at(-1);
  if (!last) return undefined;
  if (!before.has(placeOf(last))) return [last, hidden(last)];
  const inside = blocks
    .filter((block): block is ShownBlock => block.status === 'shown' && isInside(block, city))
    .map((block) => ({ block, earlier: before.get(placeOf(block)) }));
  const fresh = inside
    .filter(({ earlier }) => earlier === undefined)
    .sort((a, b) => a.block.figures.posts - b.block.figures.posts)[0];
  if (fresh) return [fresh.block, hidden(fresh.block)];
  for (const { block, earlier } of inside)
    if (earlier && earlier.figures.posts < block.figures.posts) return [block, earlier];
  return [last, hidden(last)];
};

/**
 * The last word, over nothing but what is published: where subtracting the neighbourhoods inside a run of city blocks would
 * leave too few posts, something gives way. A city's block that is new is hidden; beside one that was published before, which
 * keeps its answer, it is the smallest new block of a neighbourhood, then a revision of one, which goes back to its earlier
 * answer. Only where rules were raised may a published block of the city have to go.
 * @param published the blocks of the last tally
 */
export const withoutThinRemainders = (
  blocks: readonly Block[],
  published: readonly Block[],
  rules: ProtectionRules,
): Block[] => {
  const before = new Map(
    published.flatMap((block): [string, ShownBlock][] => {
      if (block.status !== 'shown') return [];
      const { estimates: _, ...figures } = block.figures;
      return [[placeOf(block), { ...block, figures }]];
    }),
  );
  for (let left = [...blocks]; ; ) {
    const remedies = new Map(
      thinRemainders(left, rules).flatMap((thin) => {
        const remedy = remedyOf(thin, left, before);
        return remedy ? [remedy] : [];
      }),
    );
    if (remedies.size === 0) return left;
    left = left.map((block) => remedies.get(block) ?? block);
  }
};
