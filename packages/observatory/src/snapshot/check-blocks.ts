import { type Block, type BlockFigures, type IsoWeek, type ProtectionRules, SIGNALS } from '@marsad/records';
import { postsOfCodes, thinCodes } from '../protect/codes/thin-codes.js';
import { thinLanguages } from '../protect/codes/thin-languages.js';
import { gate } from '../protect/gate.js';
import { thinRemainders } from '../protect/thin-remainders.js';

const placeOf = ({ area, weeks }: Block): string =>
  `${area ?? 'the city'}, ${weeks === null ? 'undated' : `${weeks[0]} to ${weeks[1]}`}`;

/** Every count inside a block is a count of its posts. */
const exceedsPosts = (block: Block & { status: 'shown' }): boolean => {
  const { posts, authors, sources, flagged, targets, severities = {}, languages, rungs, stances } = block.figures;
  const counts = [languages, rungs, stances, flagged, severities, ...Object.values(targets)].flatMap((of) =>
    Object.values(of),
  );
  return [authors, sources, ...counts].some((count) => (count ?? 0) > posts);
};

/**
 * What does not fit together in flagged posts by language and rung: told of other codes than have posts, more than their posts
 * or than the block's, or of more posts than the block has.
 */
const misfitCodes = ({ figures }: Block & { status: 'shown' }): string[] => {
  const { flaggedBy, flagged, posts } = figures;
  if (flaggedBy === undefined) return [];
  const fits = (list: 'languages' | 'rungs'): boolean => {
    const own: Readonly<Partial<Record<string, number>>> = figures[list];
    const of: Readonly<Partial<Record<string, BlockFigures['flagged']>>> = flaggedBy[list];
    return (
      Object.keys(own).sort().join() === Object.keys(of).sort().join() &&
      postsOfCodes(own) <= flaggedBy.posts &&
      SIGNALS.every((signal) => {
        const sum = Object.values(of).reduce((all, each) => all + (each?.[signal] ?? 0), 0);
        return (
          sum <= flagged[signal] &&
          Object.entries(of).every(([code, each]) => (each?.[signal] ?? 0) <= (own[code] ?? 0))
        );
      })
    );
  };
  return (['languages', 'rungs'] as const).filter((list) => !fits(list) || flaggedBy.posts > posts);
};

interface Against {
  rules: ProtectionRules;
  weeks: [IsoWeek, IsoWeek] | null;
  areas: ReadonlySet<string>;
}

/**
 * What is wrong with the blocks of a snapshot, in sentences: shown below the rules, weeks out of order or outside the
 * snapshot's, overlaps, unknown areas. Whoever receives a snapshot checks this again, since a true hash does not make
 * its maker honest.
 */
export const blockProblems = (blocks: readonly Block[], { rules, weeks, areas }: Against): string[] => {
  const problems: string[] = [];
  const lastOf = new Map<string | null, Block>();
  for (const block of blocks) {
    const place = placeOf(block);
    if (block.area !== null && !areas.has(block.area)) problems.push(`${place}: no such area in the snapshot`);
    if (block.status === 'shown') {
      const reason = gate(block.figures, rules);
      if (reason !== null) problems.push(`${place}: shown although ${reason}`);
      if (exceedsPosts(block)) problems.push(`${place}: a count is larger than its posts`);
      for (const list of misfitCodes(block)) problems.push(`${place}: flagged posts of ${list} do not fit the block`);
    }
    if (block.weeks !== null) {
      const [first, last] = block.weeks;
      if (first > last) problems.push(`${place}: the weeks run backwards`);
      if (weeks === null || first < weeks[0] || last > weeks[1])
        problems.push(`${place}: outside the weeks of the snapshot`);
    }
    const before = lastOf.get(block.area);
    if (before && (before.weeks === null || (block.weeks !== null && block.weeks[0] <= before.weeks[1])))
      problems.push(`${place}: overlaps or comes before ${placeOf(before)}`);
    lastOf.set(block.area, block);
  }
  return problems;
};

/**
 * What the blocks of a snapshot tell when they are set side by side, in sentences: codes of few posts, rungs of the city,
 * figures that subtract to fewer posts than the gate allows. The gate asks for this since decision 0012; snapshots of
 * formats before 1.2.0 may be older than it.
 */
export const tellingBlocks = (blocks: readonly Block[], rules: ProtectionRules): string[] => {
  const problems: string[] = [];
  for (const block of blocks) {
    if (block.status !== 'shown') continue;
    const place = placeOf(block);
    for (const field of thinCodes(block.figures, rules)) problems.push(`${place}: ${field} tell of too few posts`);
    if (block.area === null && postsOfCodes(block.figures.rungs) > 0)
      problems.push(`${place}: rungs of the city tell how many posts name no neighbourhood`);
  }
  for (const { city, left } of thinRemainders(blocks, rules)) {
    const weeks = city.flatMap((block) => block.weeks ?? []).sort();
    const time = weeks.length === 0 ? 'undated' : `${weeks[0]} to ${weeks.at(-1)}`;
    problems.push(`the city, ${time}: less its neighbourhoods only ${left} posts are left, too few to hide any`);
  }
  for (const { city, languages, allBut, left } of thinLanguages(blocks, rules)) {
    const weeks = city.flatMap((block) => block.weeks ?? []).sort();
    const time = weeks.length === 0 ? 'undated' : `${weeks[0]} to ${weeks.at(-1)}`;
    const of = allBut ? ['all languages', ...(languages.length > 0 ? ['but', ...languages] : [])] : languages;
    problems.push(
      `the city, ${time}: of ${of.join(' ')} only ${left} posts are left beside the neighbourhoods, too few to hide any`,
    );
  }
  return problems;
};
