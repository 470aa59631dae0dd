import type { Block, ProtectionRules } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { placeOf } from '../place-of.js';
import { withoutLanguage } from './choose-codes.js';
import { type ThinLanguages, thinLanguages } from './thin-languages.js';

/** The code of fewest posts; of as many, the first in order. */
const smallest = ({ figures: { languages } }: ShownBlock, codes: readonly string[]): string | undefined =>
  codes.toSorted((a, b) => (languages[a] ?? 0) - (languages[b] ?? 0) || (a < b ? -1 : 1))[0];

/** The block and the language that gives way. */
const remedyOf = (
  { city, taken, languages, allBut }: ThinLanguages,
  isOld: (block: ShownBlock, code: string) => boolean,
): { block: ShownBlock; code: string } | undefined => {
  const candidates = (block: ShownBlock): string[] =>
    Object.keys(block.figures.languages).filter((code) => allBut || languages.includes(code));
  for (const block of city.toReversed()) {
    const code = smallest(
      block,
      candidates(block).filter((one) => !isOld(block, one)),
    );
    if (code !== undefined) return { block, code };
  }
  for (const block of taken.toSorted((a, b) => a.figures.posts - b.figures.posts)) {
    const code = smallest(
      block,
      languages.filter((one) => !isOld(block, one)),
    );
    if (code !== undefined) return { block, code };
  }
  for (const block of city.toReversed()) {
    const code = smallest(block, candidates(block));
    if (code !== undefined) return { block, code };
  }
  return undefined;
};

/**
 * The last word on languages, over nothing but what is published: where subtracting what neighbourhoods tell of them from what
 * the city tells would leave too few posts, something new gives way: a language of a new block of the city, else one of a new
 * block of a neighbourhood. What was told before goes only where rules were raised.
 * @param published the blocks of the last tally
 */
export const withoutThinLanguages = (
  blocks: readonly Block[],
  published: readonly Block[],
  rules: ProtectionRules,
): Block[] => {
  const before = new Map(
    published.flatMap((block) =>
      block.status === 'shown' ? [[placeOf(block), block.figures.languages] as const] : [],
    ),
  );
  const isOld = (block: ShownBlock, code: string): boolean => before.get(placeOf(block))?.[code] !== undefined;
  for (let left = [...blocks]; ; ) {
    const remedies = new Map<Block, string>();
    for (const thin of thinLanguages(left, rules)) {
      const remedy = remedyOf(thin, isOld);
      if (remedy) remedies.set(remedy.block, remedy.code);
    }
    if (remedies.size === 0) return left;
    left = left.map((block) => {
      const code = remedies.get(block);
      return code === undefined || block.status !== 'shown'
        ? block
        : { ...block, figures: withoutLanguage(block.figures, code) };
    });
  }
};
