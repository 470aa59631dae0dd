import type { SnapshotStatement } from '@marsad/records';
import { hashOfSigned } from './envelope.js';
import type { Refusal } from './refusal.js';
import type { Remembered } from './remembered.js';

/** More versions at once than this are no honest week's work: they would shut out every later one. */
const MOST_VERSIONS_AT_ONCE = 1000;
/** Clocks of two cities may differ by this much. */
const CLOCKS_DIFFER = 86_400_000;

const ASK = 'Ask the city for its newest package.';

/**
 * Where a snapshot is old, too new, or meant for somebody else, set beside what is remembered of its city.
 * @param notices how many notices came with it
 */
export const timeRefusals = (
  statement: SnapshotStatement,
  { hub, newest, notices: known, withdrawn }: Remembered,
  { now, notices }: { now: Date; notices: number },
): Refusal[] => {
  const { city, version, audience, issued, expires } = statement;
  const refusals: Refusal[] = [];
  const refuse = (code: Refusal['code'], what: string, remedy: string): void => {
    refusals.push({ code, message: `signature.json: ${what}`, remedy });
  };
  if (audience !== null && audience !== hub)
    refuse(
      'other-audience',
      `expected a snapshot for ${hub} or for any hub, got one for ${audience}`,
      `Ask the city to sign one for ${hub}: \`marsad snapshot sign --for ${hub}\`.`,
    );
  if (Date.parse(expires) <= Date.parse(issued))
    refuse('malformed', `expected it to expire after ${issued}, when it was issued, got ${expires}`, ASK);
  if (Date.parse(expires) <= now.getTime())
    refuse(
      'expired',
      `expected a snapshot that holds on ${now.toISOString()}, got one that expired on ${expires}`,
      ASK,
    );
  if (Date.parse(issued) > now.getTime() + CLOCKS_DIFFER)
    refuse(
      'issued-in-future',
      `expected a snapshot issued before ${now.toISOString()}, got one of ${issued}`,
      'Look at the clock of this machine, and ask the city to look at its own.',
    );
  if (newest && version < newest.version)
    refuse('rollback', `expected version ${newest.version} or later of ${city}, got the older version ${version}`, ASK);
  if (newest && version === newest.version && hashOfSigned(statement) !== newest.statement)
    refuse(
      'same-version-other-content',
      `expected the version ${version} of ${city} that is known, got another snapshot called the same`,
      'Ask the city to sign it again: every snapshot that it signs gets a version of its own.',
    );
  if (version > (newest?.version ?? 0) + MOST_VERSIONS_AT_ONCE)
    refuse(
      'fast-forward',
      `expected at most version ${(newest?.version ?? 0) + MOST_VERSIONS_AT_ONCE} of ${city}, got ${version}`,
      'Ask the city whether it has signed so many; its keys may be in other hands.',
    );
  if (newest && version > newest.version && notices < known.length)
    refuse('notice-left-out', `expected the ${known.length} notices of ${city} that are known, got ${notices}`, ASK);
  if (withdrawn.includes(version))
    refuse('withdrawn', `expected a snapshot that stands, but ${city} has withdrawn version ${version}`, ASK);
  return refusals;
};
