import { describe, expect, it } from 'vitest';
import { lowerTier } from '../../../src/snapshot/lower-tier.js';
import { hashOfSigned } from '../../../src/snapshot/trust/envelope.js';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import { firstKeySet } from '../../../src/snapshot/trust/key-sets.js';
import { keysAndNotices } from '../../../src/snapshot/trust/sign-snapshot.js';
import { after, passedOn, restricted, rotated, trusting } from './attacks/attack.js';
import {
  CITY,
  FIRST,
  HUB,
  invited,
  LATER,
  NEW_ROOT,
  NEW_SIGNING,
  NOW,
  notice,
  pair,
  ROOT,
  SECOND,
  SIGNING,
  signedCity,
  THIRD,
  text,
  withFiles,
} from './signed-city.js';

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
