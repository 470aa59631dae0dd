import { z } from 'zod';
import { isoWeek } from '../iso-week.js';
import { areaId } from '../post.js';
import { contextId, contextTexts, contextTitles, webAddress } from './texts.js';

/** What happened, in the coarse kinds that newspapers and incident registers agree on. */
export const INCIDENT_KINDS = [
  'violence',
  'threat',
  'vandalism',
  'clash',
  'demonstration',
  'decision',
  'event',
  'solidarity',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Something that happened offline, as a snapshot tells it: a week and an area, never a day, an address or a person. */
export const sharedIncident = z.looseObject({
  id: contextId,
  kind: z.enum(INCIDENT_KINDS),
  week: isoWeek,
  /** null: the city as a whole */
  area: areaId.nullable(),
  titles: contextTitles,
  texts: contextTexts.optional(),
  /** where it can be read: a newspaper, an office, a register; never a private person */
  source: z.looseObject({ name: z.string().min(1).max(200), url: webAddress.optional() }),
});
export type SharedIncident = z.infer<typeof sharedIncident>;

/** Something that happened offline, as the city keeps it. */
export const incident = z
  .strictObject({
    ...sharedIncident.shape,
    source: z.strictObject({ name: z.string().min(1).max(200), url: webAddress.optional() }),
    /** the widest circle that may read it; `none` stays in the city's folder */
    share: z.enum(['none', 'partner', 'public']).default('none'),
    /** false: the licence of the data it comes from forbids passing it on (ACLED), whatever `share` says */
    reshare: z.boolean().default(true),
  })
  .refine(({ share, reshare }) => reshare || share === 'none', {
    path: ['share'],
    message: 'expected none, because the licence of its source forbids passing it on (reshare: false)',
  });
export type Incident = z.infer<typeof incident>;
