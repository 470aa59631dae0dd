import { z } from 'zod';
import { polygonGeometry } from './area.js';
import { isoWeek } from './iso-week.js';
import { areaId } from './post.js';
import { block } from './tally.js';

const weeks = z.tuple([isoWeek, isoWeek]).nullable();

/** The ground of areas, and the district of each. */
export const boundaries = z.array(z.object({ id: areaId, district: z.string().nullable(), geometry: polygonGeometry }));
export type Boundaries = z.infer<typeof boundaries>;

/**
 * What the publish gate must remember beside the blocks of the last tally, so that no later snapshot can be subtracted from an earlier
 * one. It stays with whoever holds the database.
 */
export const gateMemory = z.object({
  /** the `boundaries` of the last tally as JSON: read only when others have come since */
  boundaries: z.string(),
  /** blocks that were shown once and are not now, as they were told last: neighbourhoods and the city, and districts */
  withheld: z.object({ blocks: z.array(block), districts: z.array(block) }),
  /** weeks of which a neighbourhood or district tells nothing, since other ground was told of in them */
  closed: z.object({
    areas: z.array(z.object({ area: areaId, weeks: z.array(weeks) })),
    districts: z.array(z.object({ area: areaId, weeks: z.array(weeks) })),
  }),
});
export type GateMemory = z.infer<typeof gateMemory>;
