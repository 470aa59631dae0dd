import { type Contest, contest, envelopeOf, InputError, notice, snapshotStatement } from '@marsad/records';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.js';
import { ATTACHMENTS, filesByNumber, NOTICE_FILES, SIGNATURE_FILE } from '../trust/trust-files.js';

type Files = ReadonlyMap<string, Uint8Array>;

const CONTESTS = `${ATTACHMENTS}contests.json`;

const attached = z.looseObject({ contests: z.array(contest) });

const parse = <T>(schema: z.ZodType<T>, path: string, bytes: Uint8Array): T => {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new InputError('unreadable-attachment', `${path}: cannot be read as docs/snapshot-format.md says`, { cause });
  }
};

/** An answered contest before an open one; else the last by its text, so that the order of snapshots tells nothing. */
const rank = (one: Contest): string => `${one.answer === undefined ? 0 : 1} ${canonicalJson(one)}`;

/**
 * What is contested in any of several snapshots, as the file of attachments that their merged snapshot carries: a contest stays
 * with every later copy until it is answered. Empty when nothing is.
 * @throws InputError for a file of contests that cannot be read
 */
export const mergeAttachments = (sets: readonly Files[]): Map<string, Uint8Array> => {
  const byId = new Map<string, Contest>();
  for (const files of sets) {
    const bytes = files.get(CONTESTS);
    for (const one of bytes ? parse(attached, CONTESTS, bytes).contests : []) {
      const known = byId.get(one.id);
      if (known === undefined || rank(known) < rank(one)) byId.set(one.id, one);
    }
  }
  const contests = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (contests.length === 0) return new Map();
  return new Map([[CONTESTS, new TextEncoder().encode(`${JSON.stringify({ contests }, undefined, 2)}\n`)]]);
};

/**
 * Whether a notice that lies with a signed snapshot takes this very version back. No signature is checked: a false notice
 * keeps a snapshot out, and lets nothing in.
 * @throws InputError for a statement or notice that cannot be read
 */
export const isWithdrawn = (files: Files): boolean => {
  const signature = files.get(SIGNATURE_FILE);
  if (!signature) return false;
  const { version } = parse(envelopeOf(snapshotStatement), SIGNATURE_FILE, signature).signed;
  return filesByNumber(files, NOTICE_FILES).some(({ path, bytes }) => {
    const { type, versions } = parse(envelopeOf(notice), path, bytes).signed;
    return type === 'withdrawal' && versions.includes(version);
  });
};
