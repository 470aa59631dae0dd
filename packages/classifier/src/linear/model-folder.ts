import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { BUCKETS } from '../features/hash.js';
import { HEADS } from './heads.js';
import { type LinearModel, type LinearModelHeader, linearModelHeader } from './linear-model.js';

const HEADER = 'model.json';
const WEIGHTS = 'weights.bin.gz';
/** A weights file that unpacks to more than this is not ours. */
const MOST_BYTES = 64 * 1024 * 1024;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes `model.json` and the packed weights into a folder, which is made if it is missing. */
export const writeModel = (
  folder: string,
  header: Omit<LinearModelHeader, 'weights'>,
  weights: Int8Array,
): LinearModelHeader => {
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  const whole = linearModelHeader.parse({ ...header, weights: sha256(bytes) });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, WEIGHTS), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, HEADER), `${JSON.stringify(whole, null, 1)}\n`);
  return whole;
};

const bad = (folder: string, why: string, cause?: unknown): InputError =>
  new InputError('bad-model', `model ${folder}: ${why}`, {
    cause,
    remedy: 'Train it again with this version of Marsad (marsad train), or choose a model that ships with it.',
  });

/**
 * Reads a model folder and checks that header and weights belong together.
 * @throws InputError `bad-model` for a folder of another format or version, or damaged weights
 */
export const readModel = (folder: string): LinearModel => {
  let header: LinearModelHeader;
  let bytes: Buffer;
  try {
    header = linearModelHeader.parse(JSON.parse(readFileSync(join(folder, HEADER), 'utf8')));
    bytes = gunzipSync(readFileSync(join(folder, WEIGHTS)), { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw bad(folder, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause);
  }
  const size = BUCKETS * HEADS.length;
  if (header.buckets !== BUCKETS || bytes.length !== size) {
    throw bad(folder, `expected weights of ${size} bytes (${BUCKETS} buckets), got ${bytes.length}`);
  }
  if (sha256(bytes) !== header.weights) {
    throw bad(folder, `expected weights with SHA-256 ${header.weights}, got ${sha256(bytes)}`);
  }
  return { header, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
};
