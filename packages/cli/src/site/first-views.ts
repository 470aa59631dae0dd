import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { INTERFACE_LANGUAGES, InputError, type InterfaceLanguage, SNAPSHOT_FILES } from '@marsad/records';
import { tierOfFile } from '../server/snapshot-tiers.js';

/** The viewer's own way to make its pages without a browser. */
interface Prerender {
  firstViews: (
    texts: (name: string) => string | undefined,
  ) => Promise<Readonly<Record<InterfaceLanguage, string>> | null>;
  pageWithFirstViews: (page: string, folder: string) => string;
  servedFigures: (text: string) => string;
}

const FILE = join(
  dirname(fileURLToPath(import.meta.resolve('@marsad/map-ui/package.json'))),
  'dist',
  'prerender',
  'prerender.js',
);
const PAGE = 'index.html';

/** Fetched when it is needed: no other command waits for the viewer's code. */
const prerender = async (): Promise<Prerender> => {
  try {
    return await import(pathToFileURL(FILE).href);
  } catch (cause) {
    throw new InputError('viewer-not-built', 'expected the built viewer, but it is not there', {
      cause,
      remedy: 'Run `npx --yes pnpm@12 build`.',
    });
  }
};

/**
 * The viewer's files with the page as it first opens, made beforehand from one snapshot: on a bad line its figures are read
 * seconds before the scripts have come. One file for each language, in a folder named after the snapshot, so that no cache
 * mixes two; the page names the folder. Beside them the figures packed into half of their bytes, which is what the page reads;
 * `data/figures.json` stays what everybody else does. The same snapshot gives the same bytes.
 * @param viewer the built viewer, path → bytes
 * @param data files of the snapshot by their names; only those of the public tier are read, since every reader gets the views
 * @param hash of the snapshot's manifest
 * @throws InputError when the viewer is not built
 */
export const withFirstViews = async (
  viewer: ReadonlyMap<string, Uint8Array>,
  data: ReadonlyMap<string, Uint8Array>,
  hash: string,
): Promise<Map<string, Uint8Array>> => {
  const { firstViews, pageWithFirstViews, servedFigures } = await prerender();
  const decoder = new TextDecoder();
  const textOf = (name: string): string | undefined => {
    const bytes = tierOfFile(name) === 'public' ? data.get(name) : undefined;
    return bytes && decoder.decode(bytes);
  };
  const views = await firstViews(textOf);
  const page = viewer.get(PAGE);
  if (views === null || page === undefined) return new Map(viewer);
  const encoder = new TextEncoder();
  const folder = `first/${hash.slice(0, 12)}`;
  return new Map([
    ...viewer,
    [PAGE, encoder.encode(pageWithFirstViews(decoder.decode(page), folder))],
    [`${folder}/${SNAPSHOT_FILES.figures}`, encoder.encode(servedFigures(textOf(SNAPSHOT_FILES.figures) ?? ''))],
    ...INTERFACE_LANGUAGES.map((language): [string, Uint8Array] => [
      `${folder}/${language}.html`,
      encoder.encode(views[language]),
    ]),
  ]);
};
