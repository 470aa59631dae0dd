import { buildSnapshot, type SnapshotBytes } from '@marsad/observatory';
import { type AreaCollection, type IsoWeek, type Resource, weekOf, weekStart } from '@marsad/records';
import { seededDraws } from './seeded-draws.js';
import { syntheticBlocks } from './synthetic-blocks.js';

/** Cities a hub of every region might have; invented ones say so in their names. */
const REGIONS = [
  'east-africa',
  'southern-africa',
  'middle-east-and-north-africa',
  'south-asia',
  'western-balkans',
  'north-america',
] as const;

const AREAS = 12;
const WEEK = 7 * 86_400_000;

/** Squares side by side. */
const squares = (ids: readonly string[]): AreaCollection => ({
  type: 'FeatureCollection',
  features: ids.map((id, at) => ({
    type: 'Feature',
    id,
    properties: { names: { en: `Area ${at + 1}` }, district: null, population: null },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at / 100, 0],
          [(at + 1) / 100, 0],
          [(at + 1) / 100, 0.01],
          [at / 100, 0.01],
          [at / 100, 0],
        ],
      ],
    },
  })),
});

const resourceOf = (number: number): Resource => ({
  id: 'youth-dialogue',
  kind: 'programme',
  titles: {
    ar: `برنامج حوار الشباب ${number}`,
    en: `Youth dialogue ${number}`,
    fr: `Dialogue des jeunes ${number}`,
  },
  languages: ['ara', 'fra'],
  tags: ['schools', 'dialogue'],
});

/** An id that sorts as its number does. */
export const syntheticId = (number: number): string => `city-${String(number).padStart(3, '0')}`;

/**
 * The snapshot of a city that never was, the same for the same seed, number and weeks. Most are judged by one model, some by an older
 * one; some are written mostly in another language, some stop weeks before the others.
 * @param lastWeek of the cities that are up to date
 */
export const syntheticSnapshot = (
  number: number,
  { seed, weeks, lastWeek }: { seed: number; weeks: number; lastWeek: IsoWeek },
): SnapshotBytes => {
  const draws = seededDraws(seed * 100_003 + number);
  const late = draws.uniform() < 0.1 ? draws.whole(3, 12) : 0;
  const end = weekStart(lastWeek) - late * WEEK;
  const span = Array.from({ length: weeks }, (_, at) => weekOf(end - (weeks - 1 - at) * WEEK));
  const areas = Array.from({ length: AREAS }, (_, at) => `area-${String(at + 1).padStart(2, '0')}`);
  const hate = 0.01 + 0.05 * draws.uniform();
  const character = {
    rates: { hate, extremism: hate / 4, polarisation: 1.5 * hate, offensive: 2 * hate, bridging: 0.03 },
    french: draws.uniform() < 0.15 ? 0.8 : 0.2 * draws.uniform(),
    labelled: draws.uniform() < 0.5,
  };
  const blocks = syntheticBlocks(span, areas, { character, draws });
  const names = {
    ar: `مدينة مُتخيَّلة ${number}`,
    en: `Invented city ${number}`,
    fr: `Ville inventée ${number}`,
  };
  const posts = blocks.reduce(
    (sum, block) => sum + (block.area === null && block.status === 'shown' ? block.figures.posts : 0),
    0,
  );
  const region = REGIONS[number % REGIONS.length] ?? REGIONS[0];
  return buildSnapshot({
    city: { id: syntheticId(number), names, languages: ['ara', 'fra'], districts: {}, fictional: true },
    areas: squares(areas),
    blocks,
    model: {
      name: 'marsad-lexicon',
      version: draws.uniform() < 0.15 ? '0.3.0' : '0.4.0',
      measuredLanguages: ['ara', 'eng', 'fra'],
    },
    rules: {},
    sources: Array.from({ length: 6 }, (_, at) => ({
      id: `source-${at + 1}`,
      name: `Source ${at + 1}`,
      kind: at < 4 ? 'website' : 'feed',
      events: [{ kind: 'added' as const, week: span[0] ?? lastWeek }],
    })),
    counts: { posts, outcomes: { published: posts }, itemsLeftOut: {}, documentsLeftOut: {} },
    profile: {
      names,
      region,
      languages: ['ara', 'fra'],
      population: 10_000 * draws.whole(5, 400),
      resources: [resourceOf(number)],
    },
  });
};
