import { type Block, type IsoWeek, SIGNALS, type Signal } from '@marsad/records';
import type { Draws } from './seeded-draws.js';

type Figures = Extract<Block, { status: 'shown' }>['figures'];

/** What makes one invented city differ from another. */
export interface CityCharacter {
  /** chance of a post to be flagged, by signal */
  rates: Readonly<Record<Signal, number>>;
  /** share of its posts that are in French; the others are in Arabic */
  french: number;
  /** whether people labelled a sample, so that shares are corrected */
  labelled: boolean;
}

const SOURCES = 6;

/** Posts by language so that no language is told by fewer than ten. */
const languagesOf = (posts: number, { french }: CityCharacter): Record<string, number> => {
  const fra = Math.round(posts * french);
  if (fra < 10) return { ara: posts };
  return posts - fra < 10 ? { fra: posts } : { ara: posts - fra, fra };
};

const figuresOf = (posts: number, character: CityCharacter, draws: Draws): Figures => {
  const flagged = Object.fromEntries(
    SIGNALS.map((signal) => [signal, draws.binomial(posts, character.rates[signal])]),
  ) as Record<Signal, number>;
  return {
    posts,
    copies: 0,
    authors: Math.max(6, Math.floor(posts / 2)),
    sources: SOURCES,
    flagged,
    targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {} },
    languages: languagesOf(posts, character),
    rungs: {},
    stances: {},
  };
};

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/** A corrected share beside the flagged one, as labels would give it. */
const corrected = ({ posts, flagged }: Figures): Figures['estimates'] => {
  const rate = (0.8 * flagged.hate) / posts;
  return {
    hate: {
      rate: rounded(rate),
      low: rounded(rate * 0.6),
      high: rounded(Math.min(1, rate * 1.5 + 0.01)),
      versusCity: 'cannot-tell',
      method: 'labels',
      labels: 1000,
      tooFewLabels: false,
    },
  };
};

/**
 * Blocks of one week each of a city that never was: its neighbourhoods, and the city, in which as many posts again name none, so
 * that nothing can be subtracted.
 */
export const syntheticBlocks = (
  weeks: readonly IsoWeek[],
  areas: readonly string[],
  { character, draws }: { character: CityCharacter; draws: Draws },
): Block[] =>
  weeks.flatMap((week): Block[] => {
    const own = areas.map((area): Extract<Block, { status: 'shown' }> => {
      const figures = figuresOf(draws.whole(20, 60), character, draws);
      return {
        area,
        weeks: [week, week],
        status: 'shown',
        figures: { ...figures, rungs: { mention: figures.posts } },
      };
    });
    const placed = own.reduce((sum, { figures }) => sum + figures.posts, 0);
    const figures = figuresOf(2 * placed, character, draws);
    for (const signal of SIGNALS)
      figures.flagged[signal] = Math.max(
        figures.flagged[signal],
        own.reduce((sum, block) => sum + block.figures.flagged[signal], 0),
      );
    const estimates = character.labelled ? corrected(figures) : undefined;
    return [
      { area: null, weeks: [week, week], status: 'shown', figures: { ...figures, ...(estimates && { estimates }) } },
      ...own,
    ];
  });
