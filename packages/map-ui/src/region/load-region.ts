import type { Region } from '@marsad/records/region';

/** Name of the file with all that the region's page shows, beside the page. */
const REGION_FILE = 'region.json';

/** Fetches and checks the region; undefined where that fails, whatever the reason. */
export const loadRegion = async (
  fetchFile: (name: string) => Promise<Pick<Response, 'ok' | 'json'>>,
): Promise<Region | undefined> => {
  try {
    // The checks come beside the file: neither waits for the other.
    const [{ readRegion }, response] = await Promise.all([import('./read-region.js'), fetchFile(REGION_FILE)]);
    return response.ok ? readRegion(await response.json()) : undefined;
  } catch {
    return undefined;
  }
};
