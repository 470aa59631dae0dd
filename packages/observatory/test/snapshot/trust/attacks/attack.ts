import { expect } from 'vitest';
import { lowerTier } from '../../../../src/snapshot/lower-tier.js';
import { hashOfSigned, signed } from '../../../../src/snapshot/trust/envelope.js';
import { nextHop } from '../../../../src/snapshot/trust/hops.js';
import { judgePackage } from '../../../../src/snapshot/trust/judge-package.js';
import type { RefusalCode } from '../../../../src/snapshot/trust/refusal.js';
import { firstRemembered, type Remembered } from '../../../../src/snapshot/trust/remembered.js';
import {
  CITY,
  cityFiles,
  FIRST,
  type Files,
  HUB,
  invited,
  json,
  NEW_SIGNING,
  NOW,
  pair,
  ROOT,
  resigned,
  SECOND,
  signedCity,
  withFiles,
} from '../signed-city.js';

/** Where the city's statement lies. */
export const SIGNATURE = 'signature.json';
/** A snapshot with all that only the city's own team may read. */
export const restricted = (): Files => cityFiles({ tier: 'restricted' });

/** What the hub remembers after it has taken packages one after the other. */
export const after = (...packages: Files[]): Remembered => {
  let remembered = invited();
  for (const files of packages) {
    const judged = judgePackage(files, remembered, NOW);
    expect(judged.refusals).toEqual([]);
    if (judged.taken) remembered = judged.nextRemembered;
  }
  return remembered;
};

/** Keys that were changed once. */
export const rotated = { keySets: [FIRST, SECOND], pairs: [NEW_SIGNING] };

/** The hub hands on what it has as `tier`. */
export const passedOn = (
  files: Files,
  tier: 'public' | 'partner' | 'restricted',
  by = pair(20),
  hub = 'hub-a',
): Files => {
  const { signed: statement } = json(files, SIGNATURE) as { signed: object };
  const statementHash = hashOfSigned(statement);
  const copy = lowerTier(files, tier);
  const [path, bytes] = nextHop(copy, { hub, pair: by, city: CITY, statementHash, tier, now: NOW });
  return withFiles(copy, { [path]: bytes });
};

/** The first hub's record with something else in it, signed by that hub. */
export const changedHop = (files: Files, change: object): Files => resigned(files, 'hops/1.json', change, [pair(20)]);

/** A set of keys as if made by the tools of somebody who does not keep to the rules. */
export const oddSet = (change: object): Files => {
  const odd = signed({ ...FIRST.signed, ...change }, [ROOT]);
  return signedCity({ keySets: [odd as typeof FIRST] });
};
/** Of a hub that was told the fingerprint of these keys. */
export const trusting = (files: Files): Remembered =>
  firstRemembered({
    city: CITY,
    hub: HUB,
    fingerprint: hashOfSigned((json(files, 'keys/1.json') as { signed: object }).signed),
  });

interface Offered {
  files: Files;
  remembered?: Remembered;
  now?: Date;
}

/** An attack: what it is called, the code of the refusal, and what comes. */
export type Attack = readonly [string, RefusalCode, () => Offered];
