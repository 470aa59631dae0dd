import { firstRemembered } from '@marsad/observatory/snapshot';
import { InputError } from '@marsad/records';
import { readCity, saveCity } from './ledger/rows/cities.js';
import { changeHub, type Hub } from './open-hub.js';

const FINGERPRINT = /^[0-9a-f]{64}$/;
const CITY = /^[a-z0-9][a-z0-9-]*$/;

/** Digits as people read them out: in groups, upper or lower case. */
const plain = (fingerprint: string): string => fingerprint.replace(/[\s:-]/g, '').toLowerCase();

/**
 * Invites a city by the fingerprint of its first set of keys, as it told it on another way than the one on which its packages
 * come.
 * @throws {InputError} for what is no fingerprint, or a city that was invited by another one
 */
export const inviteCity = async (
  hub: Hub,
  { city, fingerprint, now }: { city: string; fingerprint: string; now: Date },
): Promise<{ known: boolean }> => {
  const told = plain(fingerprint);
  if (!CITY.test(city))
    throw new InputError('bad-city-id', `invite: expected the id of a city, such as al-manar, got "${city}"`);
  if (!FINGERPRINT.test(told))
    throw new InputError('bad-fingerprint', `invite: expected a fingerprint of 64 hex digits, got "${fingerprint}"`, {
      remedy: 'Ask the city for the line that `marsad key show` prints.',
    });
  return changeHub(hub, async (trx) => {
    const before = await readCity(trx, city);
    if (before?.remembered.fingerprint === told) return { known: true };
    if (before)
      throw new InputError(
        'other-fingerprint',
        `invite: ${city} was invited by the fingerprint ${before.remembered.fingerprint}, got ${told}`,
        {
          remedy:
            'A city changes keys by a new set that its old keys sign, not by a new fingerprint. Ask it by telephone.',
        },
      );
    await saveCity(trx, {
      id: city,
      invitedAt: now.toISOString(),
      remembered: firstRemembered({ city, hub: hub.identity.id, fingerprint: told }),
    });
    return { known: false };
  });
};
