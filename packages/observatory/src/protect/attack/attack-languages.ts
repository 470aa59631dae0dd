import { type Block, type ProtectionRules, weeksBetween } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import type { Recovered } from './attack-margins.js';
import { cellOf, type PostsByCell } from './true-cells.js';

/**
 * Bounds on the posts of every language inside every shown block of an area: from the languages that are told of it, from
 * its posts, and from the language in the city less the areas that tell it.
 */
export const attackLanguages = (blocks: readonly Block[], truth: PostsByCell, rules: ProtectionRules): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const shown = blocks.filter((block): block is ShownBlock => block.status === 'shown' && block.weeks !== null);
  const city = shown.filter(({ area }) => area === null);
  for (const { area, weeks, figures } of shown) {
    if (area === null || weeks === null) continue;
    const posts = truth.posts(area, weeksBetween(...weeks));
    const told = Object.values(figures.languages).reduce((sum, count) => sum + count, 0);
    for (const language of new Set(posts.map(({ verdict }) => verdict?.language ?? ''))) {
      const cell = cellOf(
        posts.filter(({ verdict }) => verdict?.language === language),
        rules,
      );
      if (!cell.underThreshold) continue;
      found.attacked += 1;
      const own = figures.languages[language];
      let high = own ?? figures.posts - told;
      const low = own ?? 0;
      for (const column of city) {
        const inCity = column.figures.languages[language];
        if (inCity === undefined || column.weeks === null) continue;
        const [from, to] = column.weeks;
        if (from > weeks[0] || to < weeks[1]) continue;
        const others = shown
          .filter((other) => other.area !== null && other.weeks && from <= other.weeks[0] && other.weeks[1] <= to)
          .reduce((sum, other) => sum + (other.figures.languages[language] ?? 0), 0);
        if (own === undefined) high = Math.min(high, inCity - others);
      }
      if (low >= cell.posts - 1 && high <= cell.posts + 1)
        found.cells.push(
          `${area}, ${weeks.join(' to ')}, ${language}: ${cell.posts} posts, told to be ${low} to ${high}`,
        );
    }
  }
  return found;
};
