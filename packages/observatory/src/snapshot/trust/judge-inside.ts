import { SNAPSHOT_FORMAT } from '@marsad/records';
import { verifySnapshotFiles } from '../verify-snapshot.js';
import { contentProblems } from './content-problems.js';
import type { Refusal } from './refusal.js';
import { formatOfFiles } from './statement.js';

/** The minor version since which snapshots are signed; older ones are held to a weaker gate. */
const SIGNED_SINCE = 3;

/** A format that this program cannot check to the end is not handed on, whatever it says. */
const formatRefusals = (files: ReadonlyMap<string, Uint8Array>): Refusal[] => {
  const version = formatOfFiles(files);
  const [major, minor = 0] = (version ?? '').split('.').map(Number);
  const [knownMajor, knownMinor = 0] = SNAPSHOT_FORMAT.version.split('.').map(Number);
  if (major === knownMajor && minor >= SIGNED_SINCE && minor <= knownMinor) return [];
  const newer = (major ?? 0) > (knownMajor ?? 0) || minor > knownMinor;
  return [
    {
      code: 'other-format',
      message: `manifest.json: expected a format from ${knownMajor}.${SIGNED_SINCE}.0 to ${SNAPSHOT_FORMAT.version}, which this program can check, got ${version ?? 'none'}`,
      remedy: newer ? 'Update Marsad on this machine.' : 'Ask the city to make the snapshot again with today’s Marsad.',
    },
  ];
};

/**
 * What is wrong with what the files say, once they are known to be as they were signed: a signature says who wrote it, not
 * that it may be told.
 */
export const insideRefusals = (files: ReadonlyMap<string, Uint8Array>): Refusal[] => [
  ...formatRefusals(files),
  // The signature was judged before, beside what is remembered.
  ...verifySnapshotFiles(files, { problems: [] }).problems.map((message) => ({
    code: 'not-whole' as const,
    message,
    remedy: 'Ask the city to make the snapshot again with today’s Marsad, and to sign it.',
  })),
  ...contentProblems(files).map((message) => ({
    code: 'content' as const,
    message,
    remedy: 'Tell the city what it was about to hand on; nothing of the package was kept.',
  })),
];
