import { z } from 'zod';
import { isoWeek } from './iso-week.js';
import { areaId } from './post.js';
import { block, signalEstimate } from './tally.js';
import { signalCode } from './taxonomy-codes.js';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** The corrected shares of all shown blocks of an area (null: the city) together, undated ones included. */
export const overallEstimate = z.object({
  area: areaId.nullable(),
  /** posts in those blocks, so that a reader can tell that it sums the same ones */
  posts: count,
  estimates: z.partialRecord(signalCode, signalEstimate),
});
export type OverallEstimate = z.infer<typeof overallEstimate>;

/**
 * Where neighbouring areas have alike figures, or one stands out from those around it (docs/method.md). Made of the
 * published overall figures and nothing else, so that anybody can repeat it: the seed and number of shufflings are told.
 */
export const spatialClusters = z.object({
  permutations: count,
  seed: z.number().int(),
  areas: z.array(
    z.object({
      area: areaId,
      moran: z.object({
        i: z.number(),
        p: share,
        quadrant: z.enum(['high-high', 'low-high', 'low-low', 'high-low']),
      }),
      hotSpot: z.object({ z: z.number(), p: share }),
      /** what stands when the number of areas is allowed for; null: nothing */
      found: z.enum(['high-high', 'low-high', 'low-low', 'high-low', 'hot', 'cold']).nullable(),
    }),
  ),
});
export type SpatialClusters = z.infer<typeof spatialClusters>;

/** The city on the sources that were there all the time: how the share moved without new or silent sources. */
export const constantPanel = z.object({
  /** sources of the panel, of all that have a post in these weeks */
  sources: count,
  of: count,
  /** uncorrected shares by block of the city, in whole percent (in tenths from 1,000 posts); blocks too thin for it are left out */
  blocks: z.array(z.object({ weeks: z.tuple([isoWeek, isoWeek]), shares: z.partialRecord(signalCode, share) })),
});
export type ConstantPanel = z.infer<typeof constantPanel>;

/** Weeks in which the uncorrected share of an area (null: the city) moved to another level. */
export const levelChange = z.object({
  area: areaId.nullable(),
  signal: signalCode,
  /** the series as it is published, or the city's on the constant panel */
  series: z.enum(['raw', 'panel']),
  /** first week of each new level, ascending */
  weeks: z.array(isoWeek).min(1),
});
export type LevelChange = z.infer<typeof levelChange>;

/**
 * Blocks of the city in which flagged posts ran at twice the usual, new sources aside, each named by its first week. Of single
 * neighbourhoods, of days and of weeks inside a block nothing is said: that would tell of too few posts
 * (docs/decisions/0012-publish-gate.md). Before 1.4.0 any week of a block may stand here.
 */
const surge = z.object({
  signal: signalCode,
  /** first weeks of those blocks, ascending */
  weeks: z.array(isoWeek).min(1),
});
export type Surge = z.infer<typeof surge>;

/**
 * The districts, each told in the weeks of the city's blocks. A reader that knows no districts passes them over, since they
 * stand apart from the blocks of the neighbourhoods; `area` is the id of a district here.
 */
export const districtFigures = z.object({
  blocks: z.array(block),
  overall: z.array(overallEstimate).optional(),
});
export type DistrictFigures = z.infer<typeof districtFigures>;

/** What is said beyond single blocks; each part absent where it could not be made. */
export const findings = z.object({
  overall: z.array(overallEstimate).optional(),
  clusters: z.partialRecord(signalCode, spatialClusters).optional(),
  panel: constantPanel.optional(),
  changes: z.array(levelChange).optional(),
  surges: z.array(surge).optional(),
  districts: districtFigures.optional(),
});
export type Findings = z.infer<typeof findings>;
