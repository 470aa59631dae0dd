import { type CityProfile, cityProfile, PACKAGE_FILES } from '@marsad/records';

/** What a city says of itself in a snapshot that was judged; undefined where it says nothing that can be read. */
export const profileIn = (files: ReadonlyMap<string, Uint8Array>): CityProfile | undefined => {
  const bytes = files.get(PACKAGE_FILES.profile);
  if (!bytes) return undefined;
  try {
    return cityProfile.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
};
