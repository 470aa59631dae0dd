import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

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
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads every file of known type under `folder`: URL path (beginning with `prefix`) → file. */
export const listFiles = async (folder: string, prefix: string): Promise<Map<string, ListedFile>> => {
  const files = new Map<string, ListedFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = new Uint8Array(await readFile(path));
    const url = `${prefix}${path.slice(folder.length + 1).replaceAll('\\', '/')}`;
    files.set(url, {
      bytes,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
      immutable: url.startsWith('/assets/'),
    });
  }
  return files;
};
