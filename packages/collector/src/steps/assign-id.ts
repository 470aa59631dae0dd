import { contentId, type Post, sha256 } from '@marsad/records';
import { postSignature } from '../near-duplicates/post-signature.js';
import type { Draft } from './draft.js';

/** What copies have in common: NFKC, lower case, no white space, punctuation or invisible characters. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{Cf}\p{Cc}]+/gu, '');

/** Last step: the finished post, named by its source, its place there and its text, with what its copies are found by. */
export const assignId = (draft: Draft): Post => ({
  id: contentId('post', draft.sourceId, draft.locator, draft.text),
  sourceId: draft.sourceId,
  locator: draft.locator,
  url: draft.url ?? null,
  title: draft.title ?? null,
  text: draft.text,
  contentHash: sha256(foldText(draft.text)),
  signature: postSignature(draft.text),
  publishedAt: draft.publishedAt ?? null,
  publishedPrecision: draft.publishedAt === undefined ? 'unknown' : (draft.publishedPrecision ?? 'second'),
  languageHint: draft.languageHint ?? null,
  authorHash: draft.authorHash ?? null,
  coordinates: draft.coordinates ?? null,
  placeTag: draft.placeTag ?? null,
  permission: draft.permission,
});
