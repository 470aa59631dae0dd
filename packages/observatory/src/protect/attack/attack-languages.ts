import { type Block, type ProtectionRules, weeksBetween } from '@marsad/records';
import type { Recovered } from './attack-margins.js';
import { CODE_KINDS, codeOf, codesSeen, isIn, toldOf, unionsOf } from './code-parts.js';
import { datedBlocks } from './dated-blocks.js';
import { cellOf, type PostsByCell } from './true-cells.js';

/**
 * Languages and rungs inside every shown block of one snapshot: all that adding and subtracting what is told of one list gives,
 * which must pass the gate; and the posts of every code that is not told, by whoever knows all codes that the city has.
 * Blocks that newcomers came to since are left to `attackCodeDifferences`.
 */
export const attackLanguages = (blocks: readonly Block[], truth: PostsByCell, rules: ProtectionRules): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const every = truth.everyPost();
  const seen = { languages: codesSeen(every, 'languages'), rungs: codesSeen(every, 'rungs') };
  for (const block of datedBlocks(blocks)) {
    const { area, weeks, figures } = block;
    const posts = truth.posts(area, weeksBetween(...weeks));
    if (figures.flaggedBy?.posts !== posts.length) continue;
    const place = `${area ?? 'the city'}, ${weeks.join(' to ')}`;
    for (const kind of CODE_KINDS) {
      const told = Object.keys(figures[kind]);
      if (area === null && kind === 'rungs' && told.length === 0) continue;
      const cells = unionsOf(told).map((union) => ({
        union,
        number: toldOf(block, kind, union) ?? 0,
        cell: cellOf(
          posts.filter((post) => isIn(codeOf(post, kind, area), union)),
          rules,
        ),
      }));
      for (const { union, number, cell } of cells) {
        if (cell.posts === 0 || !cell.underThreshold) continue;
        found.attacked += 1;
        if (Math.abs(cell.posts - number) <= 1)
          found.cells.push(
            `${place}, ${kind} ${union.allBut ? 'but ' : ''}${union.codes.join(' ')}: ${cell.posts} posts, told to be ${number}`,
          );
      }
      const untold = seen[kind].filter((code) => !told.includes(code));
      const rest = cells.find(({ union }) => union.allBut && union.codes.length === told.length)?.number ?? 0;
      for (const code of untold) {
        const cell = cellOf(
          posts.filter((post) => codeOf(post, kind, area) === code),
          rules,
        );
        if (cell.posts === 0 || !cell.underThreshold) continue;
        found.attacked += 1;
        const low = untold.length === 1 ? rest : 0;
        if (low >= cell.posts - 1 && rest <= cell.posts + 1)
          found.cells.push(`${place}, ${code}: ${cell.posts} posts, told to be ${low} to ${rest}`);
      }
      const flagged = figures.flaggedBy[kind];
      for (const code of Object.keys(flagged))
        if (!told.includes(code)) found.cells.push(`${place}, ${code}: flagged posts of a code that is not told`);
    }
  }
  return found;
};
