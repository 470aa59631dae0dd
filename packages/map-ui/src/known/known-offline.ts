import type { SnapshotContext } from '@marsad/records/snapshot';

/** What people know beside what posts say, as the page holds it. */
export interface KnownOffline extends Pick<SnapshotContext, 'incidents' | 'interventions' | 'notes'> {
  /** entries that could not be read and were left out; null where the file could not be read at all */
  setAside: number | null;
}

export const NOTHING_KNOWN: KnownOffline = { incidents: [], interventions: [], notes: [], setAside: 0 };

/** Whether there is anything to tell, or to say that it could not be read. */
export const isAnythingKnown = ({ incidents, interventions, notes, setAside }: KnownOffline): boolean =>
  incidents.length + interventions.length + notes.length > 0 || setAside === null;
