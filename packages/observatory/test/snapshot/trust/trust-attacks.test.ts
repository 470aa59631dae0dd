import { readFileSync } from 'node:fs';
import { SNAPSHOT_FILES, sha256 } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { lowerTier } from '../../../src/snapshot/lower-tier.js';
import { envelopeBytes, hashOfSigned, signed } from '../../../src/snapshot/trust/envelope.js';
import { nextHop } from '../../../src/snapshot/trust/hops.js';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import { publicPart } from '../../../src/snapshot/trust/key-pair.js';
import { daysLater, firstKeySet, nextKeySet } from '../../../src/snapshot/trust/key-sets.js';
import { REFUSAL_CODES, type RefusalCode } from '../../../src/snapshot/trust/refusal.js';
import { firstRemembered, type Remembered } from '../../../src/snapshot/trust/remembered.js';
import { rfc8785 } from '../../../src/snapshot/trust/rfc8785.js';
import { keysAndNotices } from '../../../src/snapshot/trust/sign-snapshot.js';
import { parts } from '../parts.js';
import {
  CITY,
  cityFiles,
  FIRST,
  type Files,
  HUB,
  invited,
  json,
  LATER,
  NEW_ROOT,
  NEW_SIGNING,
  NOW,
  notice,
  pair,
  ROOT,
  resigned,
  SECOND,
  SIGNING,
  STRANGER,
  signedCity,
  THIRD,
  text,
  withFiles,
} from './signed-city.js';

const SIGNATURE = 'signature.json';
const restricted = (): Files => cityFiles({ tier: 'restricted' });

/** What the hub remembers after it has taken packages one after the other. */
const after = (...packages: Files[]): Remembered => {
  let remembered = invited();
  for (const files of packages) {
    const judged = judgePackage(files, remembered, NOW);
    expect(judged.refusals).toEqual([]);
    if (judged.taken) remembered = judged.nextRemembered;
  }
  return remembered;
};

const rotated = { keySets: [FIRST, SECOND], pairs: [NEW_SIGNING] };

/** The hub hands on what it has as `tier`. */
const passedOn = (files: Files, tier: 'public' | 'partner' | 'restricted', by = pair(20), hub = 'hub-a'): Files => {
  const { signed: statement } = json(files, SIGNATURE) as { signed: object };
  const statementHash = hashOfSigned(statement);
  const copy = lowerTier(files, tier);
  const [path, bytes] = nextHop(copy, { hub, pair: by, city: CITY, statementHash, tier, now: NOW });
  return withFiles(copy, { [path]: bytes });
};

const changedHop = (files: Files, change: object): Files => resigned(files, 'hops/1.json', change, [pair(20)]);

/** A set of keys as if made by the tools of somebody who does not keep to the rules. */
const oddSet = (change: object): Files => {
  const odd = signed({ ...FIRST.signed, ...change }, [ROOT]);
  return signedCity({ keySets: [odd as typeof FIRST] });
};
const trusting = (files: Files): Remembered =>
  firstRemembered({
    city: CITY,
    hub: HUB,
    fingerprint: hashOfSigned((json(files, 'keys/1.json') as { signed: object }).signed),
  });

interface Attack {
  files: Files;
  remembered?: Remembered;
  now?: Date;
}

/** An attack, what comes, and the code of the refusal. */
const ATTACKS: readonly [string, RefusalCode, () => Attack][] = [
  [
    'rollback: an older snapshot than the newest',
    'rollback',
    () => ({ files: signedCity({ version: 1 }), remembered: after(signedCity({ version: 3 })) }),
  ],
  [
    'rollback by one version',
    'rollback',
    () => ({ files: signedCity({ version: 2 }), remembered: after(signedCity({ version: 3 })) }),
  ],
  [
    'rollback told again through a hub',
    'rollback',
    () => ({ files: passedOn(signedCity({ version: 1 }), 'public'), remembered: after(signedCity({ version: 2 })) }),
  ],
  [
    'the same version with other figures',
    'same-version-other-content',
    () => ({
      files: signedCity({ files: cityFiles({ rules: { minimumPosts: 11 } }) }),
      remembered: after(signedCity()),
    }),
  ],
  [
    'the same version issued anew',
    'same-version-other-content',
    () => ({ files: signedCity({ days: 300 }), remembered: after(signedCity()) }),
  ],
  ['freeze: a snapshot that has expired', 'expired', () => ({ files: signedCity({ days: 6 }), now: LATER })],
  ['freeze: one that expires this very moment', 'expired', () => ({ files: signedCity({ days: 7 }), now: LATER })],
  [
    'freeze: keys that have expired',
    'keys-expired',
    () => ({ files: signedCity({ days: 900 }), now: new Date(daysLater(NOW, 731)) }),
  ],
  ['one that expires before it is issued', 'malformed', () => ({ files: signedCity({ days: -1 }) })],
  ['one issued next week', 'issued-in-future', () => ({ files: signedCity({ now: LATER }) })],
  ['fast-forward: an absurd version', 'fast-forward', () => ({ files: signedCity({ version: 999_999 }) })],
  [
    'fast-forward by 1,001',
    'fast-forward',
    () => ({ files: signedCity({ version: 1002 }), remembered: after(signedCity()) }),
  ],
  ['a version of nought', 'malformed', () => ({ files: resigned(signedCity(), SIGNATURE, { version: 0 }, [SIGNING]) })],
  [
    'a version that is no whole number',
    'malformed',
    () => ({ files: resigned(signedCity(), SIGNATURE, { version: 1.5 }, [SIGNING]) }),
  ],
  ['replay to another hub', 'other-audience', () => ({ files: signedCity({ audience: 'hub-west' }) })],
  [
    'replay through a hub that it was for',
    'other-audience',
    () => ({ files: passedOn(signedCity({ audience: 'hub-a' }), 'public') }),
  ],
  [
    'a city that nobody invited',
    'unknown-city',
    () => ({ files: signedCity(), remembered: undefined as unknown as Remembered }),
  ],
  [
    'another city under the name of ours',
    'wrong-fingerprint',
    () => ({
      files: signedCity({
        keySets: [firstKeySet(CITY, { root: [STRANGER], signing: [STRANGER] }, NOW)],
        pairs: [STRANGER],
      }),
    }),
  ],
  [
    'keys of another city',
    'other-city',
    () => ({
      files: withFiles(signedCity(), {
        'keys/1.json': envelopeBytes(signed({ ...FIRST.signed, owner: 'other-city' }, [ROOT])),
      }),
    }),
  ],
  [
    'a statement of another city',
    'other-city',
    () => ({ files: resigned(signedCity(), SIGNATURE, { city: 'other-city' }, [SIGNING]) }),
  ],
  [
    'figures of another city under our signature',
    'other-city',
    () => {
      const other = cityFiles({ city: { ...parts().city, id: 'other-city' } });
      const manifests = { public: sha256(other.get(SNAPSHOT_FILES.manifest) ?? '') };
      return {
        files: resigned(withFiles(signedCity(), Object.fromEntries(other)), SIGNATURE, { manifests }, [SIGNING]),
      };
    },
  ],
  [
    'a notice of another city',
    'other-city',
    () => ({ files: signedCity({ notices: [notice({ city: 'other-city' })] }) }),
  ],
  ['no signature', 'unsigned', () => ({ files: withFiles(signedCity(), { [SIGNATURE]: undefined }) })],
  ['no keys', 'broken-chain', () => ({ files: withFiles(signedCity(), { 'keys/1.json': undefined }) })],
  ['an unknown key', 'unknown-key', () => ({ files: signedCity({ pairs: [STRANGER] }) })],
  ['an unknown key beside a good one', 'unknown-key', () => ({ files: signedCity({ pairs: [SIGNING, STRANGER] }) })],
  ['a root key where a signing key is needed', 'key-not-for-this', () => ({ files: signedCity({ pairs: [ROOT] }) })],
  ['a revoked key', 'revoked-key', () => ({ files: signedCity({ keySets: [FIRST, SECOND], pairs: [SIGNING] }) })],
  [
    'a revoked key, the new keys left out',
    'revoked-key',
    () => ({ files: signedCity({ version: 2 }), remembered: after(signedCity(rotated)) }),
  ],
  ['a notice by a revoked key', 'revoked-key', () => ({ files: signedCity({ ...rotated, notices: [notice()] }) })],
  [
    'a signature of a key over something else',
    'bad-signature',
    () => {
      const files = signedCity();
      const other = json(signedCity({ version: 2 }), SIGNATURE) as { signatures: unknown };
      const { signed: statement } = json(files, SIGNATURE);
      return {
        files: withFiles(files, {
          [SIGNATURE]: text(`${rfc8785({ signed: statement, signatures: other.signatures })}\n`),
        }),
      };
    },
  ],
  [
    'a statement changed after it was signed',
    'bad-signature',
    () => {
      const { signed: statement, signatures } = json(signedCity(), SIGNATURE) as { signed: object; signatures: object };
      const later = { signed: { ...statement, expires: '2030-01-01T00:00:00.000Z' }, signatures };
      return { files: withFiles(signedCity(), { [SIGNATURE]: text(`${rfc8785(later)}\n`) }) };
    },
  ],
  [
    'a notice in the place of a statement',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: envelopeBytes(notice()) }) }),
  ],
  [
    'a statement in the place of keys',
    'malformed',
    () => ({ files: withFiles(signedCity(), { 'keys/1.json': signedCity().get(SIGNATURE) }) }),
  ],
  [
    'too few signatures',
    'too-few-signatures',
    () => {
      const two = firstKeySet(
        CITY,
        { root: [ROOT], signing: [SIGNING, NEW_SIGNING], thresholds: { root: 1, signing: 2 } },
        NOW,
      );
      const files = signedCity({ keySets: [two] });
      return { files, remembered: trusting(files) };
    },
  ],
  [
    'one key that signs twice for two',
    'two-signatures-same-key',
    () => {
      const two = firstKeySet(
        CITY,
        { root: [ROOT], signing: [SIGNING, NEW_SIGNING], thresholds: { root: 1, signing: 2 } },
        NOW,
      );
      const files = signedCity({ keySets: [two], pairs: [SIGNING, SIGNING] });
      return { files, remembered: trusting(files) };
    },
  ],
  [
    'two keys with the same id',
    'two-keys-same-id',
    () => ({ files: oddSet({ keys: [...FIRST.signed.keys, { ...publicPart(STRANGER), id: SIGNING.id }] }) }),
  ],
  [
    'one key counted twice in a role',
    'two-keys-same-id',
    () => ({ files: oddSet({ root: { keys: [ROOT.id, ROOT.id], threshold: 2 } }) }),
  ],
  [
    'a key under the id of another',
    'key-id-not-of-key',
    () => ({ files: oddSet({ keys: [publicPart(ROOT), { ...publicPart(STRANGER), id: SIGNING.id }] }) }),
  ],
  [
    'a role for a key that is not listed',
    'malformed',
    () => ({ files: oddSet({ signing: { keys: [STRANGER.id], threshold: 1 } }) }),
  ],
  [
    'a threshold that nobody reaches',
    'malformed',
    () => ({ files: oddSet({ signing: { keys: [SIGNING.id], threshold: 2 } }) }),
  ],
  ['a threshold of nought', 'malformed', () => ({ files: oddSet({ signing: { keys: [SIGNING.id], threshold: 0 } }) })],
  [
    'a public key of 31 bytes',
    'malformed',
    () => ({
      files: oddSet({
        keys: [publicPart(ROOT), { ...publicPart(SIGNING), public: Buffer.alloc(31).toString('base64') }],
      }),
    }),
  ],
  [
    'new keys that the old did not sign',
    'too-few-signatures',
    () => ({
      files: signedCity({
        keySets: [FIRST, nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [], NOW)],
        pairs: [NEW_SIGNING],
      }),
    }),
  ],
  [
    'new keys that a signing key signed',
    'key-not-for-this',
    () => ({
      files: signedCity({
        keySets: [FIRST, nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [SIGNING], NOW)],
        pairs: [NEW_SIGNING],
      }),
    }),
  ],
  [
    'new root keys that nobody holds',
    'too-few-signatures',
    () => {
      const { signed: set } = nextKeySet(FIRST.signed, { root: [NEW_ROOT], signing: [NEW_SIGNING] }, [ROOT], NOW);
      return { files: signedCity({ keySets: [FIRST, signed(set, [ROOT])], pairs: [NEW_SIGNING] }) };
    },
  ],
  [
    'a root key that was replaced signs keys again',
    'revoked-key',
    () => {
      const fourth = nextKeySet(THIRD.signed, { root: [NEW_ROOT], signing: [STRANGER] }, [NEW_ROOT, ROOT], NOW);
      return { files: signedCity({ keySets: [FIRST, SECOND, THIRD, fourth], pairs: [STRANGER] }) };
    },
  ],
  [
    'a set of keys left out of the chain',
    'broken-chain',
    () => ({
      files: withFiles(signedCity({ keySets: [FIRST, SECOND, THIRD], pairs: [NEW_SIGNING] }), {
        'keys/2.json': undefined,
      }),
    }),
  ],
  [
    'a set of keys under the number of another',
    'broken-chain',
    () => ({ files: withFiles(signedCity(rotated), { 'keys/2.json': envelopeBytes(FIRST) }) }),
  ],
  [
    'two successors of one set of keys',
    'broken-chain',
    () => {
      const other = nextKeySet(FIRST.signed, { root: [ROOT], signing: [STRANGER] }, [ROOT], NOW);
      return {
        files: signedCity({ version: 2, keySets: [FIRST, other], pairs: [STRANGER] }),
        remembered: after(signedCity(rotated)),
      };
    },
  ],
  [
    'mix-and-match: figures of another snapshot',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), { 'figures.json': text('{"blocks":[]}') }) }),
  ],
  [
    'mix-and-match: manifest and figures of another snapshot',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), Object.fromEntries(cityFiles({ rules: { minimumPosts: 11 } }))) }),
  ],
  [
    'mix-and-match: the partner tier of another snapshot',
    'mix-and-match',
    () => {
      const other = signedCity({ files: cityFiles({ tier: 'partner', rules: { minimumPosts: 11 } }) });
      return {
        files: withFiles(signedCity({ files: cityFiles({ tier: 'partner' }) }), {
          'partner/manifest.json': other.get('partner/manifest.json'),
        }),
      };
    },
  ],
  ['a file too many', 'mix-and-match', () => ({ files: withFiles(signedCity(), { 'posts.json': text('[]') }) })],
  ['a file too few', 'mix-and-match', () => ({ files: withFiles(signedCity(), { 'profile.json': undefined }) })],
  [
    'attachments that no hub signed',
    'mix-and-match',
    () => ({ files: withFiles(signedCity(), { 'attachments/contests.json': text('[]') }) }),
  ],
  [
    'attachments changed after a hub signed',
    'mix-and-match',
    () => {
      const files = passedOn(withFiles(signedCity(), { 'attachments/contests.json': text('[]') }), 'public');
      return { files: withFiles(files, { 'attachments/contests.json': text('[ ]') }) };
    },
  ],
  [
    'a raised tier: files that the city did not sign',
    'raised-tier',
    () => {
      const { 'partner/manifest.json': manifest } = Object.fromEntries(cityFiles({ tier: 'partner' }));
      return { files: withFiles(signedCity(), { 'partner/manifest.json': manifest }) };
    },
  ],
  [
    'a raised tier: a narrow one without the wider',
    'raised-tier',
    () => ({ files: withFiles(signedCity({ files: restricted() }), { 'partner/manifest.json': undefined }) }),
  ],
  [
    'a raised tier: files that the last hub left out',
    'raised-tier',
    () => {
      const whole = signedCity({ files: restricted() });
      const hop = passedOn(whole, 'public').get('hops/1.json');
      return { files: withFiles(whole, { 'hops/1.json': hop }) };
    },
  ],
  [
    'a raised tier: a second hub that claims more than came',
    'raised-tier',
    () => {
      const whole = signedCity({ files: restricted() });
      const first = passedOn(whole, 'public');
      return {
        files: passedOn(withFiles(whole, { 'hops/1.json': first.get('hops/1.json') }), 'partner', pair(21), 'hub-b'),
      };
    },
  ],
  [
    'a hop of another snapshot',
    'mix-and-match',
    () => ({
      files: withFiles(signedCity(), {
        'hops/1.json': passedOn(signedCity({ version: 2 }), 'public').get('hops/1.json'),
      }),
    }),
  ],
  [
    'a hop left out',
    'broken-chain',
    () => ({
      files: withFiles(passedOn(passedOn(signedCity(), 'public'), 'public', pair(21), 'hub-b'), {
        'hops/1.json': undefined,
      }),
    }),
  ],
  [
    'a hop put before another',
    'broken-chain',
    () => {
      const twice = passedOn(passedOn(signedCity(), 'public'), 'public', pair(21), 'hub-b');
      return {
        files: withFiles(twice, {
          'hops/1.json': passedOn(signedCity(), 'public', pair(22), 'hub-c').get('hops/1.json'),
        }),
      };
    },
  ],
  [
    'a hop that names another key than it was signed with',
    'unknown-key',
    () => ({ files: changedHop(passedOn(signedCity(), 'public'), { key: publicPart(pair(21)) }) }),
  ],
  [
    'a hop with the id of another key',
    'key-id-not-of-key',
    () => ({
      files: changedHop(passedOn(signedCity(), 'public'), { key: { ...publicPart(pair(21)), id: pair(20).id } }),
    }),
  ],
  ['a withdrawn snapshot', 'withdrawn', () => ({ files: signedCity({ notices: [notice()] }) })],
  [
    'a withdrawn snapshot with the notice left out',
    'withdrawn',
    () => ({ files: signedCity(), remembered: after(signedCity({ version: 2, notices: [notice()] })) }),
  ],
  [
    'a later snapshot without a notice that is known',
    'notice-left-out',
    () => ({ files: signedCity({ version: 3 }), remembered: after(signedCity({ version: 2, notices: [notice()] })) }),
  ],
  [
    'a gap between notices',
    'notice-left-out',
    () => ({ files: signedCity({ version: 2, notices: [notice({ number: 2 })] }) }),
  ],
  [
    'another notice under a known number',
    'notice-changed',
    () => ({
      files: signedCity({ version: 3, notices: [notice({ versions: [9] })] }),
      remembered: after(signedCity({ version: 2, notices: [notice()] })),
    }),
  ],
  [
    'spaces between fields that are signed',
    'not-canonical',
    () => ({
      files: withFiles(signedCity(), {
        [SIGNATURE]: text(`${JSON.stringify(json(signedCity(), SIGNATURE), null, 1)}\n`),
      }),
    }),
  ],
  [
    'a field twice, so that two readers read two things',
    'not-canonical',
    () => {
      const once = new TextDecoder().decode(signedCity().get(SIGNATURE));
      return {
        files: withFiles(signedCity(), { [SIGNATURE]: text(once.replace('"version":1', '"version":9,"version":1')) }),
      };
    },
  ],
  [
    'bytes that are no UTF-8',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: Uint8Array.of(0x7b, 0xff, 0x7d) }) }),
  ],
  [
    'levels without end',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: text('['.repeat(200_000)) }) }),
  ],
  [
    'a signed file of a megabyte',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: text('"'.padEnd(1_000_000, 'a')) }) }),
  ],
  [
    'a signature with bits to spare',
    'bad-signature',
    () => {
      const { signed: statement, signatures } = json(signedCity(), SIGNATURE) as {
        signed: object;
        signatures: { key: string; signature: string }[];
      };
      const spare = signatures.map(({ key, signature }) => ({
        key,
        signature: signature.replace(/.==$/, (end) => `${String.fromCharCode((end.codePointAt(0) ?? 0) + 1)}==`),
      }));
      return {
        files: withFiles(signedCity(), { [SIGNATURE]: text(`${rfc8785({ signed: statement, signatures: spare })}\n`) }),
      };
    },
  ],
  [
    'a format that this program cannot check',
    'other-format',
    () => {
      const { format, ...others } = json(signedCity(), 'manifest.json');
      const manifest = text(
        `${JSON.stringify({ format: { ...(format as object), version: '1.99.0' }, ...others }, null, 2)}\n`,
      );
      const files = withFiles(signedCity(), {
        'manifest.json': manifest,
        'manifest.json.sha256': text(`${sha256(manifest)}  manifest.json\n`),
      });
      return { files: resigned(files, SIGNATURE, { manifests: { public: sha256(manifest) } }, [SIGNING]) };
    },
  ],
];

describe('a package that lies about where it comes from', () => {
  it.each(ATTACKS)('%s is refused as %s', (_name, code, attack) => {
    const { files, now = NOW, ...others } = attack();
    const remembered = 'remembered' in others ? others.remembered : invited();
    const judged = judgePackage(files, remembered, now);
    expect(judged.taken).toBe(false);
    expect(judged.refusals.map((refusal) => refusal.code)).toContain(code);
    for (const { message, remedy } of judged.refusals) {
      expect(message).toMatch(/expected|has withdrawn|does not|is missing|was changed/);
      expect(remedy.length).toBeGreaterThan(20);
    }
    expect(judged.nextRemembered?.newest ?? null).toEqual(remembered?.newest ?? null);
  });

  it('is tried in more than forty ways, one for every code at least that is not about what the files say', () => {
    expect(ATTACKS.length).toBeGreaterThan(40);
    const tried = new Set(ATTACKS.map(([, code]) => code));
    expect(REFUSAL_CODES.filter((code) => !tried.has(code))).toEqual(['not-whole', 'content']);
  });

  it('finds every code in docs/trust.md', () => {
    const page = readFileSync(new URL('../../../../../docs/trust.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual([...REFUSAL_CODES].sort());
  });
});

describe('judgePackage', () => {
  it('takes a genuine package and remembers it', () => {
    const files = signedCity({ version: 7, audience: HUB });
    const judged = judgePackage(files, invited(), NOW);
    expect(judged.refusals).toEqual([]);
    expect(judged).toMatchObject({
      taken: true,
      verdict: { kind: 'snapshot', city: CITY, version: 7, tier: 'public', known: false, keySet: 1, hops: [] },
      nextRemembered: { newest: { version: 7 }, keys: { chain: [hashOfSigned(FIRST.signed)] }, withdrawn: [] },
    });
  });

  it('takes the same package again, and says that it is known', () => {
    const files = signedCity();
    const remembered = after(files);
    const again = judgePackage(files, remembered, NOW);
    expect(again).toMatchObject({ taken: true, verdict: { known: true } });
    expect(again.nextRemembered).toEqual(remembered);
  });

  it('takes copies of lower tiers with the signature of the whole, through hubs', () => {
    const whole = signedCity({ files: restricted() });
    for (const tier of ['restricted', 'partner', 'public'] as const) {
      const judged = judgePackage(lowerTier(whole, tier), invited(), NOW);
      expect(judged).toMatchObject({ taken: true, verdict: { tier } });
    }
    const partner = passedOn(withFiles(whole, { 'attachments/contests.json': text('[]\n') }), 'partner');
    const twice = passedOn(partner, 'public', pair(21), 'hub-b');
    expect(judgePackage(twice, invited(), NOW)).toMatchObject({
      taken: true,
      verdict: {
        tier: 'public',
        hops: [
          { hub: 'hub-a', tier: 'partner', key: pair(20).id },
          { hub: 'hub-b', tier: 'public', key: pair(21).id },
        ],
      },
    });
  });

  it('follows the chain when keys change, and forgets none of it', () => {
    const first = after(signedCity());
    const files = signedCity({ version: 2, keySets: [FIRST, SECOND, THIRD], pairs: [NEW_SIGNING] });
    const judged = judgePackage(files, first, NOW);
    expect(judged).toMatchObject({ taken: true, verdict: { keySet: 3 } });
    expect(judged.nextRemembered?.keys?.chain).toEqual(
      [FIRST, SECOND, THIRD].map(({ signed: set }) => hashOfSigned(set)),
    );
  });

  it('takes a package with an older chain while its keys still hold', () => {
    const remembered = after(signedCity(rotated));
    const renewed = { ...rotated, keySets: [FIRST, SECOND], version: 2 };
    expect(
      judgePackage(
        signedCity(renewed),
        after(signedCity({ keySets: [FIRST, SECOND, THIRD], pairs: [NEW_SIGNING] })),
        NOW,
      ),
    ).toMatchObject({ taken: true });
    expect(judgePackage(signedCity(renewed), remembered, NOW)).toMatchObject({ taken: true });
  });

  it('learns keys and a withdrawal from a package whose snapshot it refuses', () => {
    const remembered = after(signedCity());
    const expired = signedCity({ ...rotated, version: 2, notices: [notice({}, NEW_SIGNING)], days: 1 });
    const judged = judgePackage(expired, remembered, LATER);
    expect(judged.taken).toBe(false);
    expect(judged.nextRemembered).toMatchObject({
      keys: { newest: { version: 2 } },
      withdrawn: [1],
      newest: { version: 1 },
    });
  });

  it('takes notices that travel alone', () => {
    const alone = keysAndNotices({
      keySets: [FIRST],
      notices: [notice({ type: 'correction', correctedBy: 2 }), notice({ number: 2, versions: [4, 3] })],
    });
    const judged = judgePackage(alone, after(signedCity()), NOW);
    expect(judged).toMatchObject({ taken: true, verdict: { kind: 'notices', newNotices: [{}, {}] } });
    expect(judged.nextRemembered?.withdrawn).toEqual([3, 4]);
    expect(judgePackage(alone, judged.nextRemembered, NOW)).toMatchObject({ taken: true, verdict: { newNotices: [] } });
  });

  it('needs as many signatures as the city asks for, and takes more', () => {
    const two = firstKeySet(
      CITY,
      { root: [ROOT, NEW_ROOT], signing: [SIGNING, NEW_SIGNING], thresholds: { root: 2, signing: 2 } },
      NOW,
    );
    const files = signedCity({ keySets: [two], pairs: [SIGNING, NEW_SIGNING] });
    expect(judgePackage(files, trusting(files), NOW)).toMatchObject({ taken: true });
  });
});
