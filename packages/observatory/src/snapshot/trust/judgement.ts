import type { Envelope, Notice, SnapshotStatement, Tier } from '@marsad/records';
import type { Refusal } from './refusal.js';
import type { Remembered } from './remembered.js';

/** A hub through whose hands the copy went, as it says itself. */
export interface HopSeen {
  hub: string;
  /** id of the key that it signed with: compare it with what the hub told you */
  key: string;
  tier: Tier;
  passed: string;
}

/** What is proven of a package that is taken. */
export type Verdict =
  | {
      kind: 'snapshot';
      city: string;
      version: number;
      /** the narrowest tier whose files are here */
      tier: Tier;
      statement: SnapshotStatement;
      /** SHA-256 of the canonical statement: the name of this snapshot in every tier and copy */
      statementHash: string;
      /** the same version with the same statement was taken before */
      known: boolean;
      /** versions of the city's set of keys */
      keySet: number;
      hops: HopSeen[];
      /** notices that were not known before */
      newNotices: Envelope<Notice>[];
    }
  | {
      /** a package of keys and notices alone, as `marsad snapshot withdraw -o` writes it */
      kind: 'notices';
      city: string;
      keySet: number;
      newNotices: Envelope<Notice>[];
    };

/**
 * The answer to a package. `nextRemembered` is to be stored either way: sets of keys and notices whose chain holds are
 * learned from a refused package too, so that a withdrawal is not lost because the snapshot beside it is refused.
 */
export type Judgement =
  | { taken: true; verdict: Verdict; refusals: []; nextRemembered: Remembered }
  | { taken: false; refusals: Refusal[]; nextRemembered: Remembered | undefined };
