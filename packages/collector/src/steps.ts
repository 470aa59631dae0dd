import type { Post, PostCandidate, Rejection } from '@marsad/records';
import { assignId } from './steps/assign-id.js';
import { canonicaliseUrl } from './steps/canonical-url.js';
import type { Draft, Step, StepContext } from './steps/draft.js';
import { hashAuthor } from './steps/hash-author.js';
import { normalise } from './steps/normalise.js';
import { redact } from './steps/redact.js';
import { reject } from './steps/reject.js';

/** From a text as found to a post that may be kept, in this order; `assignId` closes the row. */
const STEPS: readonly Step[] = [normalise, redact, hashAuthor, canonicaliseUrl, reject];

/** Takes candidates through all steps. Every candidate comes out once, as a post or as a rejection. */
export const runSteps = (
  candidates: Iterable<PostCandidate>,
  context: StepContext,
): { posts: Post[]; rejections: Rejection[] } => {
  const posts: Post[] = [];
  const rejections: Rejection[] = [];
  for (const candidate of candidates) {
    let draft: Draft = candidate;
    let refused: string | undefined;
    for (const step of STEPS) {
      const result = step(draft, context);
      if ('refused' in result) {
        refused = result.refused;
        break;
      }
      draft = result;
    }
    if (refused === undefined) posts.push(assignId(draft));
    else rejections.push({ sourceId: draft.sourceId, locator: draft.locator, reason: refused });
  }
  return { posts, rejections };
};
