import { createHash } from 'node:crypto';
import { extname } from 'node:path';

/** One file the server may give out, read at start: no path is ever built from a request. */
export interface ListedFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
  /** true when the name changes with the content, so that it may be kept for long */
  immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The files of known type among `given` (path → bytes): URL path (beginning with `prefix`) → file. Others are left out.
 */
export const listFiles = (given: ReadonlyMap<string, Uint8Array>, prefix: string): Map<string, ListedFile> => {
  const files = new Map<string, ListedFile>();
  for (const [path, content] of given) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const bytes = new Uint8Array(content);
    const url = `${prefix}${path}`;
    files.set(url, {
      bytes,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
      immutable: url.startsWith('/assets/'),
    });
  }
  return files;
};
