import { withFirstViews } from './first-views.js';

/** Where a city's page lies below the region's. */
export const cityFolder = (city: string): string => `cities/${city}/`;

const PAGE = 'index.html';

/**
 * The page of a city below the region's, without what all cities share: its addresses lead up to the one folder of scripts and
 * styles, and it says where the region is.
 * @param viewer the built viewer, path → bytes
 * @param data files of the city's snapshot by their names
 * @param hash of the snapshot's manifest
 */
export const cityPageFiles = async (
  viewer: ReadonlyMap<string, Uint8Array>,
  data: ReadonlyMap<string, Uint8Array>,
  hash: string,
): Promise<Map<string, Uint8Array>> => {
  const page = await withFirstViews(viewer, data, hash);
  const own = new Map([...page].filter(([path]) => !path.startsWith('assets/')));
  const first = own.get(PAGE);
  if (first === undefined) return own;
  const text = new TextDecoder()
    .decode(first)
    .replaceAll('"./assets/', '"../../assets/')
    .replace('</head>', '  <link rel="up" href="../../" />\n  </head>');
  return own.set(PAGE, new TextEncoder().encode(text));
};

/** The scripts and styles that all cities share. */
export const sharedAssets = (viewer: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> =>
  new Map([...viewer].filter(([path]) => path.startsWith('assets/')));
