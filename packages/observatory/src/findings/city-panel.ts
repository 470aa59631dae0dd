import {
  type Block,
  type ConstantPanel,
  type IsoWeek,
  type ProtectionRules,
  SIGNALS,
  type Signal,
} from '@marsad/records';
import { inRange } from '../estimate/periods-of-blocks.js';
import { onConstantPanel } from '../estimate/trend/constant-panel.js';
import { gate } from '../protect/gate.js';
import { type Cell, emptyCell, mergeInto, type SourcePosts } from '../tally/cell.js';
import type { Tallied } from '../tally/tally-posts.js';

/** Fewer blocks make no series. */
const LEAST_BLOCKS = 3;
/** From so many posts on shares are told in tenths of a percent. */
const MANY_POSTS = 1000;

/** Posts of some sources in one block. */
interface Part {
  posts: number;
  sources: number;
  flagged: Record<Signal, number>;
}

/** What stands behind the panel's shares, for change points; not to be published. */
export interface PanelCounts {
  weeks: [IsoWeek, IsoWeek];
  posts: number;
  flagged: Record<Signal, number>;
}

const partOf = (counts: ReadonlyMap<number, SourcePosts>, takes: (source: number) => boolean): Part => {
  const part: Part = {
    posts: 0,
    sources: 0,
    flagged: { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
  };
  for (const [source, { posts, flagged }] of counts) {
    if (posts === 0 || !takes(source)) continue;
    part.posts += posts;
    part.sources += 1;
    for (const signal of SIGNALS) part.flagged[signal] += flagged[signal];
  }
  return part;
};

/**
 * Whether a part of a block may be told. Who wrote in which source is not kept; but more posts than the `minimumAuthors - 1`
 * most prolific authors of the whole block wrote have `minimumAuthors` of their own.
 */
const passes = (part: Part, whole: Cell, rules: ProtectionRules): boolean => {
  const ofFew = whole.authors.ofMostProlific(rules.minimumAuthors - 1);
  return (
    part.posts > ofFew &&
    gate(
      {
        posts: part.posts,
        authors: rules.minimumAuthors,
        sources: part.sources,
        topAuthorShare: whole.authors.top / part.posts,
      },
      rules,
    ) === null
  );
};

/** Coarse enough that neither posts nor flagged ones can be reckoned from it. */
const coarse = (share: number, posts: number): number => {
  const steps = posts >= MANY_POSTS ? 1000 : 100;
  return Math.round(share * steps) / steps;
};

/**
 * The city on the sources that were there all the time: uncorrected shares by its shown blocks, in coarse steps. A block is
 * left out where the panel's posts, or those of the other sources, would not pass the gate by themselves: each of them is
 * the other subtracted from what is published.
 * @returns null when there are fewer than three such blocks, or fewer sources than the gate asks for
 */
export const cityPanel = (
  blocks: readonly Block[],
  { cells }: Pick<Tallied, 'cells'>,
  rules: ProtectionRules,
): { panel: ConstantPanel; counts: PanelCounts[] } | null => {
  const periods = [...(cells.get(null) ?? [])];
  const city = blocks.flatMap((block) => {
    if (block.status !== 'shown' || block.area !== null || block.weeks === null) return [];
    const { weeks } = block;
    const whole = emptyCell();
    const sources = new Map<number, SourcePosts>();
    for (const [week, cell] of periods) {
      if (!inRange(week, weeks)) continue;
      mergeInto(whole, cell);
      for (const [source, { posts, flagged }] of cell.ofSources) {
        const own = sources.get(source) ?? {
          posts: 0,
          flagged: { hate: 0, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 },
        };
        sources.set(source, own);
        own.posts += posts;
        for (const signal of SIGNALS) own.flagged[signal] += flagged[signal];
      }
    }
    return [{ weeks, whole, sources }];
  });
  const { panel } = onConstantPanel(
    city.map(({ weeks, sources }) => ({
      period: weeks[0],
      sources: [...sources].map(([source, { posts }]) => ({ source: String(source), posts, flagged: 0 })),
    })),
  );
  const constant = new Set(panel);
  const all = new Set(city.flatMap(({ sources }) => [...sources.keys()]));
  const told = city.flatMap(({ weeks, whole, sources }) => {
    const inside = partOf(sources, (source) => constant.has(String(source)));
    const rest = partOf(sources, (source) => !constant.has(String(source)));
    if (!passes(inside, whole, rules) || (rest.posts > 0 && !passes(rest, whole, rules))) return [];
    return [{ weeks, posts: inside.posts, flagged: inside.flagged }];
  });
  if (told.length < LEAST_BLOCKS) return null;
  return {
    panel: {
      sources: constant.size,
      of: all.size,
      blocks: told.map(({ weeks, posts, flagged }) => ({
        weeks,
        shares: Object.fromEntries(SIGNALS.map((signal) => [signal, coarse(flagged[signal] / posts, posts)])),
      })),
    },
    counts: told,
  };
};
