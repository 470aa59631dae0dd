import { type Block, type GateMemory, type ProtectionRules, weeksBetween } from '@marsad/records';
import { citySurges } from '../../findings/city-surges.js';
import { emptyCell, figuresOf, mergeInto, topAuthorShareOf } from '../../tally/cell.js';
import { cellsOfDistricts, districtsByArea } from '../../tally/districts.js';
import { type Tallied, tallyPosts } from '../../tally/tally-posts.js';
import { blocksOf } from '../blocks-of.js';
import { cutBlocks } from '../cut-blocks.js';
import { districtBlocks } from '../districts/district-blocks.js';
import { gate } from '../gate.js';
import { recall, remember } from '../memory/recall.js';
import { rulesFrom } from '../rules.js';
import { attackCodeDifferences } from './attack-code-differences.js';
import { attackDifferences, type PublishedSnapshot } from './attack-differences.js';
import { attackEstimates, publishEstimates, scoredAndLabelled } from './attack-estimates.js';
import { attackLanguageLevels } from './attack-language-levels.js';
import { attackLanguages } from './attack-languages.js';
import { attackLevels } from './attack-levels.js';
import { attackMargins, type Recovered } from './attack-margins.js';
import { attackNumeratorParts } from './attack-numerator-parts.js';
import { attackNumeratorsByLevels, attackNumeratorsOverTime } from './attack-numerators.js';
import { attackSurgingCity } from './attack-surging-city.js';
import { everyPassingCode } from './every-passing-code.js';
import { syntheticCity } from './synthetic-city.js';
import { districtKey, PostsByCell } from './true-cells.js';

/** Parts of the gate that may be left out, to see that the attacker finds what they hide. */
interface WithoutParts {
  /** forget what was published before */
  memory?: boolean;
  /** cut the city like a neighbourhood, whatever that leaves */
  remainder?: boolean;
  /** tell every district that passes the gate by itself, whatever subtracting its neighbourhoods leaves */
  levels?: boolean;
  /** let blocks close wherever they pass the gate, whatever all margins tell of flagged posts in a part of them */
  parts?: boolean;
  /** tell every language and rung that passes the gate by itself, whatever that leaves */
  rest?: boolean;
}

export interface ProtectionOptions {
  cities: number;
  snapshots: number;
  seed: number;
  without?: WithoutParts;
}

/** What the attacker found, by attack. */
export interface ProtectionReport {
  cities: number;
  snapshots: number;
  seed: number;
  posts: number;
  /** blocks of neighbourhoods in all last snapshots, and those of them that are shown */
  areaBlocks: number;
  areaBlocksShown: number;
  /** posts in shown blocks of neighbourhoods in the last snapshots, as a share of all that stand in one */
  postsShown: number;
  /** posts in shown blocks of the city, as a share of all */
  cityPostsShown: number;
  /** posts in shown blocks of districts, as a share of all that stand in one */
  districtPostsShown: number;
  attacks: Record<
    'margins' | 'levels' | 'differences' | 'languages' | 'estimates' | 'numerators' | 'parts' | 'surges',
    { attacked: number; recovered: number; examples: string[] }
  >;
}

const EXAMPLES = 5;

/** In one city of four the rules are raised after half of the snapshots. */
const RAISED_IN = 3;
const RAISED = { minimumPosts: 14 };

const CITY = 'the city';

/** The blocks without regard to what is left of the city beside its neighbourhoods. */
const withoutRemainder = (tallied: Tallied, published: readonly Block[]): Block[] => {
  const { cells, weeks } = tallied;
  const city = cells.get(null);
  const renamed = published.map((block) => ({ ...block, area: block.area ?? CITY }));
  const all = new Map([...cells].flatMap(([area, cell]) => (area === null ? [] : [[area, cell] as const])));
  if (city) all.set(CITY, city);
  const blocks = blocksOf({ cells: all, weeks }, {}, { published: renamed });
  return blocks.map((block) => ({ ...block, area: block.area === CITY ? null : block.area }));
};

/** Districts by the gate alone, in the weeks of the city's shown blocks. */
const withoutLevels = (
  blocks: readonly Block[],
  tallied: Tallied,
  districts: ReadonlyMap<string, string>,
  rules: ProtectionRules,
): Block[] => {
  const city = blocks.filter(({ area, status }) => area === null && status === 'shown');
  return [...cellsOfDistricts(tallied, districts)].flatMap(([area, periods]) =>
    city.map(({ weeks }): Block => {
      const whole = emptyCell();
      for (const week of weeks === null ? [] : weeksBetween(...weeks)) {
        const cell = periods.get(week);
        if (cell) mergeInto(whole, cell);
      }
      const figures = figuresOf(whole);
      const reason = gate({ ...figures, topAuthorShare: topAuthorShareOf(whole) }, rules);
      return reason === null
        ? { area, weeks, status: 'shown', figures }
        : { area, weeks, status: 'suppressed', reason };
    }),
  );
};

/**
 * An attacker over cities that never were, one snapshot a week, in one city of four with rules that are raised on the way: bounds on every hidden figure from all margins of each
 * snapshot, areas and districts and the city subtracted from one another, subtraction over all pairs of figures of all snapshots, bounds on languages inside blocks, what the
 * estimates of the last snapshot tell, and, in cities of their own, what surges tell. Every post
 * stands in one neighbourhood at most, and the attacker knows it, which is the worst case.
 * @param say is told of every city that is done
 */
export const evaluateProtection = async (
  { cities, snapshots, seed, without = {} }: ProtectionOptions,
  say: (done: number) => void = () => {},
): Promise<ProtectionReport> => {
  const rules = rulesFrom({});
  const report: ProtectionReport = {
    cities,
    snapshots,
    seed,
    posts: 0,
    areaBlocks: 0,
    areaBlocksShown: 0,
    postsShown: 0,
    cityPostsShown: 0,
    districtPostsShown: 0,
    attacks: {
      margins: { attacked: 0, recovered: 0, examples: [] },
      levels: { attacked: 0, recovered: 0, examples: [] },
      differences: { attacked: 0, recovered: 0, examples: [] },
      languages: { attacked: 0, recovered: 0, examples: [] },
      estimates: { attacked: 0, recovered: 0, examples: [] },
      numerators: { attacked: 0, recovered: 0, examples: [] },
      parts: { attacked: 0, recovered: 0, examples: [] },
      surges: { attacked: 0, recovered: 0, examples: [] },
    },
  };
  const note = (attack: keyof ProtectionReport['attacks'], { cells, attacked }: Recovered): void => {
    const sum = report.attacks[attack];
    sum.attacked += attacked;
    sum.recovered += cells.length;
    sum.examples.push(...cells.slice(0, EXAMPLES - sum.examples.length));
  };
  let inAreas = 0;
  for (let at = 0; at < cities; at += 1) {
    const { areas, posts, weeks } = syntheticCity(seed + at, snapshots);
    const districtOf = districtsByArea(areas);
    const published: PublishedSnapshot[] = [];
    const publishedDistricts: PublishedSnapshot[] = [];
    let memory: GateMemory | null = null;
    for (let week = 0; week < weeks.length; week += 1) {
      const known = posts.flatMap(({ post, knownFrom }) => (knownFrom <= week ? [post] : []));
      const batches = async function* () {
        yield known;
      };
      const tallied = await tallyPosts(batches(), { areas });
      const isRaised = at % 4 === RAISED_IN && week >= snapshots / 2;
      const rules = rulesFrom(isRaised ? RAISED : {});
      const ever = recall(
        {
          blocks: without.memory ? [] : (published.at(-1)?.blocks ?? []),
          districts: without.memory ? [] : (publishedDistricts.at(-1)?.blocks ?? []),
          memory: without.memory ? null : memory,
        },
        areas,
      );
      const soFar = {
        published: ever.published,
        closed: ever.closed.areas,
        openFrom: null,
        districts: { of: districtOf, published: without.levels ? [] : ever.districts },
      };
      const gated = without.remainder
        ? withoutRemainder(tallied, ever.published)
        : without.parts
          ? cutBlocks(tallied, rules, soFar, { closing: new Set(), revising: new Set() })
          : blocksOf(tallied, rules, soFar);
      const blocks = without.rest ? everyPassingCode(gated, tallied, rules) : gated;
      const ofDistricts = without.levels
        ? withoutLevels(blocks, tallied, districtOf, rules)
        : without.remainder
          ? []
          : districtBlocks(blocks, tallied, { districts: districtOf, rules, published: ever.districts });
      memory = remember(ever, { blocks, districts: ofDistricts }, areas);
      published.push({ blocks, posts: known });
      publishedDistricts.push({ blocks: ofDistricts, posts: known });
      const truth = new PostsByCell(known, districtOf);
      const all = { blocks, districts: ofDistricts, districtOf };
      note('margins', attackMargins(all, truth, rules, without.remainder ? 0 : undefined));
      note('levels', attackLevels(all, truth, rules));
      note('numerators', attackNumeratorsByLevels(all, truth, rules));
      note('parts', attackNumeratorParts(all, truth, rules));
      note('languages', attackLanguages(blocks, truth, rules));
      note('languages', attackLanguageLevels(blocks, truth, rules));
    }
    note('languages', attackCodeDifferences(published, rules));
    const asAreas = publishedDistricts.map(({ blocks, posts: known }) => ({
      posts: known,
      blocks: blocks.map((block) => ({ ...block, area: districtKey(block.area ?? '') })),
    }));
    note('differences', attackDifferences([...published, ...asAreas], rules, districtOf));
    const together = published.map(({ blocks, posts: known }, week) => ({
      posts: known,
      blocks: [...blocks, ...(asAreas[week]?.blocks ?? [])],
    }));
    note('numerators', attackNumeratorsOverTime(together, rules, districtOf));
    const last = published.at(-1);
    if (last) {
      const { posts: scored, labels } = scoredAndLabelled(last.posts, seed + at);
      const publish = publishEstimates(areas, labels);
      note('estimates', await attackEstimates(last.blocks, { posts: scored, areas }, rules, publish));
    }
    // No part of the gate that may be left out has to do with surges.
    if (Object.keys(without).length === 0)
      note('surges', await attackSurgingCity(seed + at, snapshots, rules, citySurges));
    report.posts += last?.posts.length ?? 0;
    inAreas += last?.posts.filter(({ placements }) => placements.some(({ areaId }) => areaId !== null)).length ?? 0;
    for (const block of last?.blocks ?? []) {
      if (block.area !== null) report.areaBlocks += 1;
      if (block.status !== 'shown') continue;
      if (block.area === null) report.cityPostsShown += block.figures.posts;
      else {
        report.areaBlocksShown += 1;
        report.postsShown += block.figures.posts;
      }
    }
    for (const block of publishedDistricts.at(-1)?.blocks ?? [])
      if (block.status === 'shown') report.districtPostsShown += block.figures.posts;
    say(at + 1);
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000);
  return {
    ...report,
    postsShown: share(report.postsShown, inAreas),
    cityPostsShown: share(report.cityPostsShown, report.posts),
    districtPostsShown: share(report.districtPostsShown, inAreas),
  };
};

/** Cells under the threshold that any attack recovered exactly or within one post. */
export const recoveredCells = ({ attacks }: ProtectionReport): number =>
  Object.values(attacks).reduce((sum, { recovered }) => sum + recovered, 0);
