import { daysLater } from '../../../../src/snapshot/trust/key-sets.js';
import { cityFiles, LATER, NOW, resigned, SIGNING, signedCity } from '../signed-city.js';
import { type Attack, after, passedOn, SIGNATURE } from './attack.js';

/** Versions and dates that are older, newer or other than they may be. */
export const VERSIONS_AND_TIME: readonly Attack[] = [
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
];
