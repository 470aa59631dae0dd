import { SIGNALS, type Signal } from '@marsad/records';
import type { CityFigures, LanguageFigures } from './evidence.js';
import { LIMITS } from './limits.js';

/** What one block tells by language: flagged posts beside all of them; a block whose posts are all in one tells them anyway. */
const toldIn = ({ posts, languages, flagged, flaggedBy }: CityFigures): Map<string, LanguageFigures> => {
  const counted = flaggedBy?.languages ?? {};
  const told = Object.entries(languages).flatMap(([language, own]): [string, LanguageFigures][] => {
    const of = counted[language] ?? (own === posts ? flagged : undefined);
    return of === undefined ? [] : [[language, { posts: own, flagged: of }]];
  });
  return new Map(told);
};

/** Posts of a block that may be in a language of which it tells nothing: those it names, and those whose language it leaves out. */
const mayBeIn = (language: string, { posts, languages }: CityFigures): number =>
  (languages[language] ?? 0) + posts - Object.values(languages).reduce((sum, own) => sum + own, 0);

/**
 * Flagged posts by language over some blocks. A language counts only where nearly all posts that may be in it are told: the others
 * would be a choice, of the weeks in which it was frequent.
 */
export const figuresByLanguage = (blocks: readonly CityFigures[]): Map<string, LanguageFigures> => {
  const toldByBlock = blocks.map((figures) => ({ figures, told: toldIn(figures) }));
  const languages = [...new Set(toldByBlock.flatMap(({ told }) => [...told.keys()]))].sort();
  return new Map(
    languages.flatMap((language): [string, LanguageFigures][] => {
      let posts = 0;
      let untold = 0;
      const flagged: Record<Signal, number> = { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 };
      for (const { figures, told } of toldByBlock) {
        const own = told.get(language);
        posts += own?.posts ?? 0;
        untold += own ? 0 : mayBeIn(language, figures);
        for (const signal of SIGNALS) flagged[signal] += own?.flagged[signal] ?? 0;
      }
      return posts >= LIMITS.languageTold * (posts + untold) ? [[language, { posts, flagged }]] : [];
    }),
  );
};
