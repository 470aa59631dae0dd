import type { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';

/**
 * Opens a PMTiles file beside the page, and has MapLibre ask it for tiles under `pmtiles:` and the file's address.
 * @throws what the file or its server gives cause for: not there, no ranges, not PMTiles
 */
export const openBasemap = async (url: string, register: typeof addProtocol): Promise<void> => {
  const archive = new PMTiles(url);
  await archive.getHeader();
  const protocol = new Protocol();
  protocol.add(archive);
  register('pmtiles', protocol.tile);
};
