import type { PostCandidate } from '@marsad/records';

/** A candidate on its way to becoming a post: once the author is hashed, the handle is gone. */
export interface Draft extends PostCandidate {
  authorHash?: string | null;
}

/** A step's answer for a text that may not become a post; kebab-case. */
interface Refusal {
  refused: string;
}

/** What steps need from outside the text. */
export interface StepContext {
  /** key of the author hashes, at least 16 bytes */
  authorKey: Uint8Array;
}

export type Step = (draft: Draft, context: StepContext) => Draft | Refusal;
