/** The ground under the map, as whoever published the page named it. */
export interface BasemapMark {
  /** address of a PMTiles file beside the page */
  url: string;
  /** whom it is owed to: collected text, shown as plain text */
  credit: string;
}

/**
 * What the page says of its basemap: null where it has none, as most have. It stands in the page itself, so that nobody asks
 * for what is not there; a path that no publication of ours writes is none.
 */
export const basemapMark = (page: Document): BasemapMark | null => {
  const mark = page.querySelector<HTMLMetaElement>('meta[name="marsad-basemap"]');
  if (mark === null || !/^basemap\/[0-9a-f]{12}\.pmtiles$/.test(mark.content)) return null;
  return { url: new URL(mark.content, page.baseURI).href, credit: mark.dataset.credit ?? '' };
};
