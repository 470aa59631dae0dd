import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './site.js';

const sameTag = (header: string, etag: string): boolean =>
  header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

/**
 * Adds `ETag` and `Last-Modified` to a page, and answers 304 without a body when the client says that it holds this
 * very version. The tag wins over the time where both are sent (RFC 9110 section 13.2.2).
 */
export const unlessKnown = (answer: Answer, modifiedAt: string, request: IncomingHttpHeaders): Answer => {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 20)}"`;
  const modified = new Date(modifiedAt);
  const headers = { ...answer.headers, etag, 'last-modified': modified.toUTCString() };
  const tags = request['if-none-match'];
  const since = Date.parse(request['if-modified-since'] ?? '');
  const known = tags === undefined ? since >= Math.floor(modified.getTime() / 1000) * 1000 : sameTag(tags, etag);
  return known ? { status: 304, headers, body: '' } : { ...answer, headers };
};
