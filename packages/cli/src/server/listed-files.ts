import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Tier } from '@marsad/records';
import type { FileOnDisk } from './file-on-disk.js';
import { packedOnce } from './packed-once.js';

/** What is written into the audit log when a file is opened. */
export interface Opening {
  /** a package is written down every time, a page's files once a session */
  event: 'opened' | 'downloaded';
  tier: Tier;
  city: string;
  version: string;
}

/** One file the server may give out: no path is ever built from a request. */
export interface ListedFile {
  /** the content, how it is made when it is asked for, or where it is read from, in parts if they are asked for */
  bytes: Uint8Array<ArrayBuffer> | (() => Promise<Uint8Array<ArrayBuffer>>) | FileOnDisk;
  /** the same compressed; absent where that gains nothing */
  packed?: () => Promise<Uint8Array<ArrayBuffer>>;
  type: string;
  etag: string;
  /** true when the name changes with the content, so that it may be kept for long */
  immutable: boolean;
  opening?: Opening;
  /** saved under this name instead of shown */
  saveAs?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.sha256': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/** What is compressed already. */
const DENSE = ['image/png', 'image/x-icon', 'font/woff2', 'application/zip'];

/** A file as it is listed under a URL path; undefined for names of a type that no page of ours asks for. */
const listedFile = (url: string, bytes: Uint8Array, opening?: Opening): ListedFile | undefined => {
  const type = TYPES[extname(url)];
  if (type === undefined) return undefined;
  const own = new Uint8Array(bytes);
  const packed = DENSE.includes(type) ? undefined : packedOnce(own);
  return {
    bytes: own,
    ...(packed && { packed }),
    type,
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
    immutable: url.startsWith('/assets/'),
    ...(opening && { opening }),
  };
};

/** Lists files under URL paths that begin with `prefix`. */
export const listFiles = (
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
  opening?: Opening,
): Map<string, ListedFile> => {
  const listed = new Map<string, ListedFile>();
  for (const [path, bytes] of files) {
    const file = listedFile(`${prefix}${path}`, bytes, opening);
    if (file) listed.set(`${prefix}${path}`, file);
  }
  return listed;
};
