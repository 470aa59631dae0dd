import type { InterfaceLanguage, SharedNarrative, SnapshotContext } from '@marsad/records/snapshot';
import type { TierWords } from './tier-words.js';

/** A tier that not everybody reads. */
export type NarrowTier = 'partner' | 'restricted';

/** What a reader with an account sees beside what everybody does. */
export interface KnownInTiers {
  tier: NarrowTier;
  /** the tier of each entry, among those of everybody, that came from a narrower one */
  tierOf: ReadonlyMap<object, NarrowTier>;
  narratives: readonly SharedNarrative[];
  /** sums of the files that were asked for, as the manifests of their tiers say them, and those of these tiers' wider manifests */
  files: { path: string; sha256: string }[];
  /** whether something of it could not be read and was left out */
  incomplete: boolean;
  words: Readonly<Record<InterfaceLanguage, TierWords>>;
}

/** What people know beside what posts say, as the page holds it. */
export interface KnownOffline extends Pick<SnapshotContext, 'incidents' | 'interventions' | 'notes'> {
  /** entries that could not be read and were left out; null where the file could not be read at all */
  setAside: number | null;
  /** absent for readers of the public tier */
  inTiers?: KnownInTiers;
}

export const NOTHING_KNOWN: KnownOffline = { incidents: [], interventions: [], notes: [], setAside: 0 };

/** Whether there is anything to tell, or to say that it could not be read. */
export const isAnythingKnown = ({ incidents, interventions, notes, setAside, inTiers }: KnownOffline): boolean =>
  incidents.length + interventions.length + notes.length > 0 || setAside === null || inTiers !== undefined;
