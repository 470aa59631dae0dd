import { SIGNALS, type Signal } from '@marsad/records';
import type { CityFigures, LanguageFigures } from './evidence.js';

/** A language in which a block has all of its posts, as it tells. */
const onlyLanguage = ({ posts, languages }: CityFigures): string | undefined =>
  Object.entries(languages).find(([, count]) => count === posts)?.[0];

/**
 * What blocks tell by language. No format so far has flagged posts by language; a block whose posts are all in one tells them all
 * the same. A language counts only where every block with posts in it is such a block, since the others would be a choice; and
 * none does where a block leaves out languages of few posts, which may be any.
 */
export const figuresByLanguage = (blocks: readonly CityFigures[]): Map<string, LanguageFigures> => {
  const told = new Map<string, { posts: number; flagged: Record<Signal, number> }>();
  const mixed = new Set<string>();
  for (const block of blocks) {
    const language = onlyLanguage(block);
    if (language === undefined) {
      const counts = Object.entries(block.languages);
      if (counts.reduce((sum, [, posts]) => sum + posts, 0) < block.posts) return new Map();
      for (const [code] of counts) mixed.add(code);
      continue;
    }
    const sums = told.get(language) ?? {
      posts: 0,
      flagged: { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
    };
    sums.posts += block.posts;
    for (const signal of SIGNALS) sums.flagged[signal] += block.flagged[signal];
    told.set(language, sums);
  }
  for (const language of mixed) told.delete(language);
  return told;
};
