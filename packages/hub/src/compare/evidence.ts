import {
  blockFigures,
  isoWeek,
  names,
  rungCode,
  type Signal,
  type SnapshotFigures,
  type SnapshotManifest,
  snapshotManifest,
} from '@marsad/records';
import { z } from 'zod';

const cityFigures = blockFigures.pick({
  posts: true,
  copies: true,
  authors: true,
  sources: true,
  flagged: true,
  languages: true,
  estimates: true,
  flaggedBy: true,
});

/** What is compared of a shown block of the city as a whole. */
export type CityFigures = z.infer<typeof cityFigures>;

/** What a city says of its posts in one language. */
export interface LanguageFigures {
  posts: number;
  flagged: Readonly<Partial<Record<Signal, number>>>;
}

const weeks = z.tuple([isoWeek, isoWeek]);
const { model, sources } = snapshotManifest.shape;

/** All that comparing needs of a city's snapshot: published figures, and how they were made. */
export const cityEvidence = z.object({
  id: z.string(),
  names,
  fictional: z.boolean(),
  format: z.string(),
  model,
  sources,
  /** dated blocks of the city as a whole, oldest first; `figures` null: hidden */
  blocks: z.array(z.object({ weeks, figures: cityFigures.nullable() })),
  /** the city's corrected shares over all of its shown blocks together, of so many posts; null where it tells none */
  overall: blockFigures.pick({ posts: true, estimates: true }).nullable(),
  /** how posts of shown neighbourhoods were placed, by the weeks of their blocks; the city as a whole never tells it */
  placed: z.array(z.object({ weeks, rungs: z.partialRecord(rungCode, z.number().int().nonnegative()) })),
});
export type CityEvidence = z.infer<typeof cityEvidence>;

/** Posts by rung of the neighbourhoods' shown blocks, those of the same weeks added up. */
const placedBy = (blocks: SnapshotFigures['blocks']): CityEvidence['placed'] => {
  const byWeeks = new Map<string, CityEvidence['placed'][number]>();
  for (const block of blocks) {
    if (block.area === null || block.weeks === null || block.status !== 'shown') continue;
    const sum = byWeeks.get(block.weeks.join(' ')) ?? { weeks: block.weeks, rungs: {} };
    byWeeks.set(block.weeks.join(' '), sum);
    for (const rung of rungCode.options) {
      const posts = block.figures.rungs[rung];
      if (posts !== undefined) sum.rungs[rung] = (sum.rungs[rung] ?? 0) + posts;
    }
  }
  return [...byWeeks.values()];
};

/** Leaves of a snapshot what comparing needs, so that hundreds of cities fit into memory. */
export const evidenceOf = (
  { city, format, model: judgedBy, sources: collected }: SnapshotManifest,
  { blocks, overall = [] }: Pick<SnapshotFigures, 'blocks' | 'overall'>,
): CityEvidence => {
  const ofCity = overall.find(({ area }) => area === null);
  return {
    id: city.id,
    names: city.names,
    fictional: city.fictional,
    format: format.version,
    model: judgedBy,
    sources: collected,
    blocks: blocks.flatMap((block) =>
      block.area === null && block.weeks !== null
        ? [{ weeks: block.weeks, figures: block.status === 'shown' ? cityFigures.parse(block.figures) : null }]
        : [],
    ),
    // Nothing but what is read again: the ledger is held against the package, letter by letter.
    overall: ofCity ? { posts: ofCity.posts, estimates: ofCity.estimates } : null,
    placed: placedBy(blocks),
  };
};
