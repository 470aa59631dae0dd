import type { Block, IsoWeek, Names, Rung, Signal, SnapshotFigures, SnapshotManifest } from '@marsad/records';

/** What may be read of a shown block. */
export type ShownFigures = Extract<Block, { status: 'shown' }>['figures'];

/** What a city says of its posts in one language. */
export interface LanguageFigures {
  posts: number;
  flagged: Readonly<Partial<Record<Signal, number>>>;
}

/** A block of the city as a whole; `figures` null: hidden. */
interface CityBlock {
  weeks: readonly [IsoWeek, IsoWeek];
  figures: ShownFigures | null;
}

/** All that comparing needs of a city's snapshot: published figures, and how they were made. */
export interface CityEvidence {
  id: string;
  names: Names;
  fictional: boolean;
  format: string;
  model: SnapshotManifest['model'];
  sources: SnapshotManifest['sources'];
  /** dated blocks of the city as a whole, oldest first */
  blocks: readonly CityBlock[];
  /** how posts of shown neighbourhoods were placed, block by block; the city as a whole never tells it */
  placed: readonly { weeks: readonly [IsoWeek, IsoWeek]; rungs: Readonly<Partial<Record<Rung, number>>> }[];
}

/** Leaves of a snapshot what comparing needs, so that hundreds of cities fit into memory. */
export const evidenceOf = (
  { city, format, model, sources }: SnapshotManifest,
  { blocks }: Pick<SnapshotFigures, 'blocks'>,
): CityEvidence => ({
  id: city.id,
  names: city.names,
  fictional: city.fictional,
  format: format.version,
  model,
  sources,
  blocks: blocks.flatMap((block) =>
    block.area === null && block.weeks !== null
      ? [{ weeks: block.weeks, figures: block.status === 'shown' ? block.figures : null }]
      : [],
  ),
  placed: blocks.flatMap((block) =>
    block.area !== null && block.weeks !== null && block.status === 'shown'
      ? [{ weeks: block.weeks, rungs: block.figures.rungs }]
      : [],
  ),
});
