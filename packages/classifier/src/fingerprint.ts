import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words about a model: they may change without a verdict changing. */
const ABOUT = /\.md$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !ABOUT.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * SHA-256 over the hashes of all files in some folders, each folder's in the order of their names, and of some more
 * files: the same ones give the same fingerprint wherever they lie. Cards and other Markdown do not count.
 * @throws Error of node:fs for a folder or file that cannot be read
 */
export const fingerprintOf = (folders: readonly string[], files: readonly string[] = []): string =>
  sha256([...folders.flatMap(filesIn), ...files].map((path) => sha256(readFileSync(path))).join('\n'));
