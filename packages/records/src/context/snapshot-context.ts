import { z } from 'zod';
import { sharedFieldNote } from './field-note.js';
import { sharedIncident } from './incident.js';
import { sharedIntervention } from './intervention.js';
import { sharedNarrative } from './narrative.js';

/** `context.json` and `partner/context.json`: what people know of the city offline. Each list is in order of time. */
export const snapshotContext = z.looseObject({
  incidents: z.array(sharedIncident),
  interventions: z.array(sharedIntervention),
  notes: z.array(sharedFieldNote),
});
export type SnapshotContext = z.infer<typeof snapshotContext>;

/** `partner/narratives.json` */
export const snapshotNarratives = z.looseObject({ narratives: z.array(sharedNarrative) });
export type SnapshotNarratives = z.infer<typeof snapshotNarratives>;

/** `restricted/notes.json` */
export const snapshotNotes = z.looseObject({ notes: z.array(sharedFieldNote) });
export type SnapshotNotes = z.infer<typeof snapshotNotes>;
