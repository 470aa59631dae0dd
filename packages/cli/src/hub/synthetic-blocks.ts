import { type Block, type IsoWeek, SIGNALS, type Signal } from '@marsad/records';
import type { Draws } from './seeded-draws.js';

type Figures = Extract<Block, { status: 'shown' }>['figures'];
/** All of them tell flagged posts by language. */
type ToldFigures = Figures & { flaggedBy: NonNullable<Figures['flaggedBy']> };

/** What makes one invented city differ from another. */
interface CityCharacter {
  /** chance of a post to be flagged, by signal */
  rates: Readonly<Record<Signal, number>>;
  /** share of its posts that are in French; the others are in Arabic */
  french: number;
  /** whether people labelled a sample, so that shares are corrected */
  labelled: boolean;
}

interface Made {
  character: CityCharacter;
  draws: Draws;
}

const SOURCES = 6;

/** Posts that a language has at least where it is told: of a neighbourhood, and of the city, whose rest must hide somebody too. */
const LEAST = { area: 10, city: 30 } as const;

/** Posts by language so that none is told by too few. */
const languagesOf = (posts: number, { french }: CityCharacter, least: number): Record<string, number> => {
  const fra = Math.round(posts * french);
  if (fra < least) return { ara: posts };
  return posts - fra < least ? { fra: posts } : { ara: posts - fra, fra };
};

/** In French half as many posts are flagged as in Arabic, in every city, so that mixes of languages matter. */
const FRENCH = 0.5;

const figuresOf = (posts: number, of: keyof typeof LEAST, { character, draws }: Made): ToldFigures => {
  const languages = languagesOf(posts, character, LEAST[of]);
  const byLanguage = Object.fromEntries(
    Object.entries(languages).map(([language, own]) => [
      language,
      Object.fromEntries(
        SIGNALS.map((signal) => [
          signal,
          draws.binomial(own, character.rates[signal] * (language === 'fra' ? FRENCH : 1)),
        ]),
      ) as Record<Signal, number>,
    ]),
  );
  const flagged = Object.fromEntries(
    SIGNALS.map((signal) => [signal, Object.values(byLanguage).reduce((sum, own) => sum + own[signal], 0)]),
  ) as Record<Signal, number>;
  return {
    posts,
    copies: 0,
    authors: Math.max(6, Math.floor(posts / 2)),
    sources: SOURCES,
    flagged,
    targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {} },
    languages,
    flaggedBy: { posts, languages: byLanguage, rungs: {} },
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
  { character, draws }: Made,
): Block[] =>
  weeks.flatMap((week): Block[] => {
    const own = areas.map((area): Extract<Block, { status: 'shown' }> => {
      const figures = figuresOf(draws.whole(20, 60), 'area', { character, draws });
      return {
        area,
        weeks: [week, week],
        status: 'shown',
        figures: {
          ...figures,
          rungs: { mention: figures.posts },
          flaggedBy: { ...figures.flaggedBy, rungs: { mention: figures.flagged } },
        },
      };
    });
    const placed = own.reduce((sum, { figures }) => sum + figures.posts, 0);
    const figures = figuresOf(2 * placed, 'city', { character, draws });
    // As many posts as the neighbourhoods have, at least, of each language.
    for (const signal of SIGNALS) {
      for (const [language, flagged] of Object.entries(figures.flaggedBy.languages)) {
        const placedHere = own.map((block) => block.figures.flaggedBy?.languages[language]?.[signal] ?? 0);
        flagged[signal] = Math.max(
          flagged[signal],
          placedHere.reduce((sum, count) => sum + count, 0),
        );
      }
      figures.flagged[signal] = Object.values(figures.flaggedBy.languages).reduce((sum, of) => sum + of[signal], 0);
    }
    const estimates = character.labelled ? corrected(figures) : undefined;
    return [
      { area: null, weeks: [week, week], status: 'shown', figures: { ...figures, ...(estimates && { estimates }) } },
      ...own,
    ];
  });
