import { type Block, type ProtectionRules, weeksBetween } from '@marsad/records';
import { leastUnplaced } from '../remainder.js';
import type { Recovered } from './attack-margins.js';
import { type CodeUnion, codeOf, codesSeen, isIn, toldOf, unionsOf } from './code-parts.js';
import { type DatedBlock, datedBlocks, runsOf } from './dated-blocks.js';
import { cellOf, type PostsByCell } from './true-cells.js';

const union = (codes: readonly string[], allBut = false): CodeUnion => ({ codes, allBut });

/**
 * Languages of the city, over every run of its shown blocks, less what neighbourhoods inside the same weeks tell of them: what is
 * left is a cell, which must pass the gate; and it bounds what hidden blocks, and shown ones that do not tell a
 * language, hold of it. The attacker knows how many posts of each language that the city tells name no neighbourhood at least, and which languages there are.
 */
export const attackLanguageLevels = (
  blocks: readonly Block[],
  truth: PostsByCell,
  rules: ProtectionRules,
): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const shown = datedBlocks(blocks);
  const all = codesSeen(truth.everyPost(), 'languages');
  for (const run of runsOf(shown.filter(({ area }) => area === null))) {
    const from = run[0]?.weeks[0] ?? '';
    const to = run.at(-1)?.weeks[1] ?? '';
    const common = Object.keys(run[0]?.figures.languages ?? {}).filter((code) =>
      run.every(({ figures }) => code in figures.languages),
    );
    if (common.length === 0) continue;
    const inside = shown.filter(({ area, weeks }) => area !== null && from <= weeks[0] && weeks[1] <= to);
    /** Posts that are left of some languages when what is told of them is taken away, and whose blocks were. */
    const leftOf = (of: CodeUnion): { left: number; taken: DatedBlock[] } => {
      const taken = inside.filter((block) => toldOf(block, 'languages', of) !== undefined);
      const sum = (list: readonly DatedBlock[]): number =>
        list.reduce((total, block) => total + (toldOf(block, 'languages', of) ?? 0), 0);
      return { left: sum(run) - sum(taken), taken };
    };
    const inRun = truth.posts(null, weeksBetween(from, to));
    for (const of of unionsOf(common)) {
      const { left, taken } = leftOf(of);
      if (left <= 0) continue;
      const gone = new Set(
        taken.flatMap(({ area, weeks }) => truth.posts(area, weeksBetween(...weeks)).map(({ postId }) => postId)),
      );
      const cell = cellOf(
        inRun.filter((post) => isIn(codeOf(post, 'languages', null), of) && !gone.has(post.postId)),
        rules,
      );
      if (cell.posts === 0 || !cell.underThreshold) continue;
      found.attacked += 1;
      if (Math.abs(cell.posts - left) <= 1)
        found.cells.push(
          `the city, ${from} to ${to}, ${of.allBut ? 'all but ' : ''}${of.codes.join(' ')}, less its areas: ${cell.posts} posts, told to be ${left}`,
        );
    }
    const hasRest = run.some((block) => (toldOf(block, 'languages', union(common, true)) ?? 0) > 0);
    /** The most that any block may hold of a language that it does not tell. */
    const roomFor = (code: string): number =>
      common.includes(code) ? leftOf(union([code])).left - leastUnplaced(rules) * run.length : Number.POSITIVE_INFINITY;
    const hidden = blocks.filter(
      ({ area, weeks }) => area !== null && weeks !== null && from <= weeks[0] && weeks[1] <= to,
    );
    for (const block of hidden) {
      const { area, weeks } = block;
      if (weeks === null) continue;
      const told = block.status === 'shown' ? Object.keys(block.figures.languages) : [];
      const own = truth.posts(area, weeksBetween(...weeks));
      if (block.status === 'shown' && block.figures.flaggedBy?.posts !== own.length) continue;
      const rest =
        block.status === 'shown'
          ? (toldOf({ ...block, weeks }, 'languages', union(told, true)) ?? 0)
          : block.reason === 'too-few-posts'
            ? rules.minimumPosts - 1
            : Number.POSITIVE_INFINITY;
      const untold = all.filter((code) => !told.includes(code) && (common.includes(code) || hasRest));
      for (const code of untold) {
        const cell = cellOf(
          own.filter((post) => codeOf(post, 'languages', null) === code),
          rules,
        );
        if (!cell.underThreshold) continue;
        found.attacked += 1;
        const high = Math.min(rest, roomFor(code));
        const others = untold.reduce((sum, other) => (other === code ? sum : sum + Math.max(0, roomFor(other))), 0);
        const low = block.status === 'shown' ? Math.max(0, rest - others) : 0;
        if (low >= cell.posts - 1 && high <= cell.posts + 1)
          found.cells.push(
            `${area}, ${weeks.join(' to ')}, ${code}: ${cell.posts} posts, told by the city to be ${low} to ${high}`,
          );
      }
    }
  }
  return found;
};
