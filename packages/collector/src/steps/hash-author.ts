import { authorHash } from '@marsad/records';
import type { Step } from './draft.js';

/** Step: the author's handle becomes a keyed hash; from here on no handle exists. */
export const hashAuthor: Step = (draft, context) => {
  const { authorHandle, ...rest } = draft;
  const handle = authorHandle?.normalize('NFC').trim() ?? '';
  return { ...rest, authorHash: handle === '' ? null : authorHash(context.authorKey, draft.sourceId, handle) };
};
