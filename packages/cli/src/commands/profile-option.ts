import { InputError } from '@marsad/records';

/** Reads `--profile`. @throws InputError `bad-profile` */
export const profileOf = (profile: string): 'balanced' | 'precise' => {
  if (profile === 'balanced' || profile === 'precise') return profile;
  throw new InputError('bad-profile', `--profile: expected balanced or precise, got "${profile}"`);
};
