import { type Hop, hop, sha256, TIERS, type Tier } from '@marsad/records';
import { checkSignatures, envelopeBytes, hashOfSigned, openEnvelope, signed } from './envelope.js';
import type { HopSeen } from './judgement.js';
import { type KeyPair, keyIdOf, publicPart } from './key-pair.js';
import type { Refusal } from './refusal.js';
import { strictBase64 } from './strict-base64.js';
import { ATTACHMENTS, filesByNumber, HOP_FILES } from './trust-files.js';

const REMEDY = 'Ask the hub that passed it on to make the copy again with `marsad hub pass-on`.';

const attachmentsOf = (files: ReadonlyMap<string, Uint8Array>): { path: string; sha256: string }[] =>
  [...files]
    .filter(([path]) => path.startsWith(ATTACHMENTS))
    .map(([path, bytes]) => ({ path, sha256: sha256(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Reads the hops, each signed with the key it names. */
const openHops = (files: ReadonlyMap<string, Uint8Array>): { hops: Hop[]; refusals: Refusal[] } => {
  const hops: Hop[] = [];
  const refusals: Refusal[] = [];
  for (const { number, path, bytes } of filesByNumber(files, HOP_FILES)) {
    const opened = openEnvelope(path, bytes, hop);
    if ('refusal' in opened) return { hops: [], refusals: [opened.refusal] };
    const { key, number: told, hub } = opened.envelope.signed;
    if (number !== hops.length + 1 || told !== number)
      refusals.push({
        code: 'broken-chain',
        message: `${path}: expected hop ${hops.length + 1}, got hop ${told} of ${hub}`,
        remedy: REMEDY,
      });
    const raw = strictBase64(key.public, 32);
    if (!raw || keyIdOf(raw) !== key.id)
      refusals.push({
        code: 'key-id-not-of-key',
        message: `${path}: expected the id of the public key of ${hub}, got ${key.id}`,
        remedy: REMEDY,
      });
    else
      refusals.push(
        ...checkSignatures(path, opened.envelope, { allowed: new Map([[key.id, key]]), others: new Map() }).refusals,
      );
    hops.push(opened.envelope.signed);
  }
  return { hops, refusals };
};

/**
 * Reads the hops of a copy and checks that they are of this snapshot, follow one another, never narrow the tier again, and
 * that the files and attachments are those that the last one passed on.
 */
export const readHops = (
  files: ReadonlyMap<string, Uint8Array>,
  of: { city: string; statementHash: string; tier: Tier },
): { hops: HopSeen[]; refusals: Refusal[] } => {
  const { hops, refusals } = openHops(files);
  const refuse = (code: Refusal['code'], message: string): void => {
    refusals.push({ code, message, remedy: REMEDY });
  };
  for (const [index, { number, statement, city, previous, tier }] of hops.entries()) {
    const path = HOP_FILES.path(number);
    const before = hops[index - 1];
    if (statement !== of.statementHash || city !== of.city)
      refuse('mix-and-match', `${path}: expected a hop of this snapshot of ${of.city}, got one of another`);
    if (previous !== (before ? hashOfSigned(before) : null))
      refuse('broken-chain', `${path}: expected it to follow the hop before it, but it follows another`);
    if (before && TIERS.indexOf(tier) > TIERS.indexOf(before.tier))
      refuse('raised-tier', `${path}: expected at most the tier ${before.tier} that came, got ${tier}`);
  }
  const last = hops.at(-1);
  const attached = attachmentsOf(files);
  if (last && TIERS.indexOf(of.tier) > TIERS.indexOf(last.tier))
    refuse(
      'raised-tier',
      `${of.tier}/: expected files up to the tier ${last.tier} that ${last.hub} passed on, got ${of.tier}`,
    );
  if (!last && attached.length > 0)
    refuse('mix-and-match', `${attached[0]?.path}: expected a hub that signs for the attachment, got none`);
  if (last && JSON.stringify(attached.map(({ path, sha256: hash }) => [path, hash])) !== listed(last))
    refuse('mix-and-match', `${ATTACHMENTS}: expected the attachments that ${last.hub} signed, got others`);
  return {
    hops: hops.map(({ hub, key, tier, passed }) => ({ hub, key: key.id, tier, passed })),
    refusals,
  };
};

const listed = ({ attachments }: Hop): string =>
  JSON.stringify(attachments.map(({ path, sha256: hash }) => [path, hash]));

interface PassOn {
  hub: string;
  pair: KeyPair;
  city: string;
  statementHash: string;
  /** of the copy that is handed on */
  tier: Tier;
  now: Date;
}

/**
 * The file that a hub adds to a copy it passes on, over its attachments as they are in `files` (leave out narrower tiers and
 * put attachments in before).
 * @returns its path and bytes
 */
export const nextHop = (
  files: ReadonlyMap<string, Uint8Array>,
  { hub, pair, city, statementHash, tier, now }: PassOn,
): [path: string, bytes: Uint8Array] => {
  const { hops } = openHops(files);
  const before = hops.at(-1);
  const number = hops.length + 1;
  const hopOfHub: Hop = {
    type: 'hop',
    hub,
    number,
    city,
    statement: statementHash,
    previous: before ? hashOfSigned(before) : null,
    tier,
    attachments: attachmentsOf(files),
    key: publicPart(pair),
    passed: now.toISOString(),
  };
  return [HOP_FILES.path(number), envelopeBytes(signed(hopOfHub, [pair]))];
};
