import { entersFigures, type ProtectionRules, SEVERITIES, SIGNALS, weeksBetween } from '@marsad/records';
import type { PlacedPost } from '../../tally/placed-post.js';
import { gate } from '../gate.js';
import type { ShownBlock } from '../keep-published.js';
import type { PublishedBlocks } from '../margins/published-view.js';
import type { PublishedSnapshot } from './attack-differences.js';
import { levelDifferences } from './attack-levels.js';
import type { Recovered } from './attack-margins.js';
import { cellOf, PostsByCell } from './true-cells.js';

/** Flagged posts by signal, by signal and target, and by severity of hate: all that is told as a part of some posts. */
type Numerators = ReadonlyMap<string, number>;

const add = (sums: Map<string, number>, name: string, posts: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + posts);
};

/** The numerators that some blocks publish, added up. */
const toldBy = (blocks: readonly ShownBlock[], sign: 1 | -1 = 1, sums = new Map<string, number>()) => {
  for (const { figures } of blocks) {
    for (const signal of SIGNALS) {
      add(sums, signal, sign * figures.flagged[signal]);
      for (const [target, posts] of Object.entries(figures.targets[signal]))
        add(sums, `${signal} against ${target}`, sign * (posts ?? 0));
    }
    for (const [severity, posts] of Object.entries(figures.severities ?? {}))
      add(sums, `hate of severity ${severity}`, sign * (posts ?? 0));
  }
  return sums;
};

/** The numerators that some posts truly have. */
const trueIn = (posts: readonly PlacedPost[]): Numerators => {
  const sums = new Map<string, number>();
  for (const { verdict, copyOf } of posts) {
    if (verdict === null || copyOf !== null) continue;
    for (const { code, targets, severity } of verdict.signals) {
      if (!entersFigures(code, verdict.stance)) continue;
      add(sums, code, 1);
      for (const target of new Set(targets)) add(sums, `${code} against ${target}`, 1);
      if (code === 'hate' && severity !== undefined) add(sums, `hate of severity ${SEVERITIES[severity - 1]}`, 1);
    }
  }
  return sums;
};

/** Numerators that are told of posts that may not be told of, within one of the truth. */
const toldOf = (told: Numerators, posts: readonly PlacedPost[]): string[] => {
  const truth = trueIn(posts);
  return [...told].flatMap(([name, number]) =>
    Math.abs(number - (truth.get(name) ?? 0)) <= 1 ? [`${truth.get(name) ?? 0} of ${name}, told to be ${number}`] : [],
  );
};

/**
 * Subtraction of numerators over the levels of one snapshot: of neighbourhoods, districts and the city. A numerator is the part of a share, so
 * the posts that a subtraction leaves must pass the gate; where they do not, every numerator that is told within one is recovered.
 */
export const attackNumeratorsByLevels = (
  published: PublishedBlocks,
  truth: PostsByCell,
  rules: ProtectionRules,
): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  for (const { what, left, from, less } of levelDifferences(published, truth)) {
    const told = toldBy(less, -1, toldBy(from));
    found.attacked += told.size;
    const cell = cellOf(left, rules);
    if (cell.underThreshold && cell.posts > 0)
      for (const numerator of toldOf(told, left)) found.cells.push(`${what}, ${cell.posts} posts: ${numerator}`);
  }
  for (const block of [...published.blocks, ...published.districts]) {
    if (block.status !== 'shown') continue;
    const told = toldBy([block]);
    found.attacked += told.size;
    const { area, weeks, figures } = block;
    if (gate(figures, rules) !== null) found.cells.push(`${area ?? 'the city'}, ${weeks?.join(' to ') ?? 'undated'}`);
    for (const [name, posts] of told)
      if (posts > figures.posts)
        found.cells.push(`${area ?? 'the city'}: ${posts} of ${name} in ${figures.posts} posts`);
  }
  return found;
};

/** What a block tells, as one text. */
const answerOf = (block: ShownBlock): string => JSON.stringify([block.figures.posts, ...toldBy([block])]);

/**
 * Subtraction of numerators over time: wherever a block tells other ones than in an earlier snapshot, those who came to it meanwhile must pass the
 * gate by themselves; or nobody came, and it was judged anew.
 * @param districtOf district of each area that lies in one
 */
export const attackNumeratorsOverTime = (
  snapshots: readonly PublishedSnapshot[],
  rules: ProtectionRules,
  districtOf: ReadonlyMap<string, string> = new Map(),
): Recovered => {
  const found: Recovered = { cells: [], attacked: 0 };
  const before = new Map<string, { block: ShownBlock; ids: Set<string> }[]>();
  for (const { blocks, posts } of snapshots) {
    const truth = new PostsByCell(posts, districtOf);
    for (const block of blocks) {
      if (block.status !== 'shown' || block.weeks === null) continue;
      const { area, weeks } = block;
      const key = JSON.stringify([area, weeks]);
      const answers = before.get(key) ?? [];
      before.set(key, answers);
      if (answers.some((answer) => answerOf(answer.block) === answerOf(block))) continue;
      const own = truth.posts(area, weeksBetween(...weeks));
      for (const earlier of answers) {
        const newcomers = own.filter(({ postId }) => !earlier.ids.has(postId));
        const told = toldBy([earlier.block], -1, toldBy([block]));
        found.attacked += told.size;
        const cell = cellOf(newcomers, rules);
        if (cell.posts > 0 && cell.underThreshold)
          for (const numerator of toldOf(told, newcomers))
            found.cells.push(`${area ?? 'the city'}, ${weeks.join(' to ')}, ${cell.posts} newcomers: ${numerator}`);
      }
      answers.push({ block, ids: new Set(own.map(({ postId }) => postId)) });
    }
  }
  return found;
};
