/** The flag that names a basemap, and what help says of it. */
export const BASEMAP_FLAG = '--basemap <file>';
export const BASEMAP_HELP = 'PMTiles file with streets and water, shown under the figures; none by default';
