import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The development data beside the repository, which a clone need not have. */
const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

export const hasShared = existsSync(SHARED);

/** The rows of a gzipped JSON Lines file there. */
export const sharedRows = <Row>(path: string): Row[] =>
  gunzipSync(readFileSync(SHARED + path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
