import { notice, signedCity } from '../signed-city.js';
import { type Attack, after } from './attack.js';

/** Withdrawn snapshots, and notices that are left out or changed. */
export const NOTICES: readonly Attack[] = [
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
];
