import { envelopeOf, keySet, notice } from '@marsad/records';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex');
const version = z.number().int().min(1);

/**
 * What a hub remembers of one city between packages, as plain JSON. It is the whole of the trust: whoever loses it must be
 * told the fingerprint again, whoever restores an old one takes old packages for new (docs/trust.md).
 */
export const remembered = z.object({
  city: z.string(),
  /** this hub's own id: packages for another hub are refused */
  hub: z.string(),
  /** SHA-256 of the canonical `signed` of keys/1.json, as the city told it on another way */
  fingerprint: hash,
  /** the newest set of keys, and the SHA-256 of every set up to it, the first being the fingerprint; null before the first package */
  keys: z.object({ newest: keySet, chain: z.array(hash).min(1) }).nullable(),
  /** the snapshot with the highest version that was taken */
  newest: z
    .object({
      version,
      /** SHA-256 of the canonical statement */
      statement: hash,
      manifests: z.object({ public: hash, partner: hash.optional(), restricted: hash.optional() }),
      issued: z.string(),
      expires: z.string(),
    })
    .nullable(),
  /** all notices of the city, the one with number 1 first */
  notices: z.array(envelopeOf(notice)),
  /** versions that the city has withdrawn, ascending */
  withdrawn: z.array(version),
});
export type Remembered = z.infer<typeof remembered>;

/** What a hub knows of a city it has just invited: its name and the fingerprint it was told. */
export const firstRemembered = (invited: { city: string; hub: string; fingerprint: string }): Remembered =>
  remembered.parse({ ...invited, keys: null, newest: null, notices: [], withdrawn: [] });
