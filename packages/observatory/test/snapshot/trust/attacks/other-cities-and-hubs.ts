import { SNAPSHOT_FILES, sha256 } from '@marsad/records';
import { envelopeBytes, signed } from '../../../../src/snapshot/trust/envelope.js';
import { firstKeySet } from '../../../../src/snapshot/trust/key-sets.js';
import type { Remembered } from '../../../../src/snapshot/trust/remembered.js';
import { parts } from '../../parts.js';
import {
  CITY,
  cityFiles,
  FIRST,
  NOW,
  notice,
  ROOT,
  resigned,
  SIGNING,
  STRANGER,
  signedCity,
  withFiles,
} from '../signed-city.js';
import { type Attack, passedOn, SIGNATURE } from './attack.js';

/** Packages of another city, or for another hub. */
export const OTHER_CITIES_AND_HUBS: readonly Attack[] = [
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
];
