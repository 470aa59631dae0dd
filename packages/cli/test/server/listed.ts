import type { ListedFile, Opening } from '../../src/server/listed-files.js';

/** A file as it is listed, with its text as its tag. */
export const listedText = (text: string, type = 'text/html; charset=utf-8', opening?: Opening): ListedFile => ({
  bytes: new TextEncoder().encode(text),
  type,
  etag: `"${text}"`,
  immutable: false,
  ...(opening && { opening }),
});

/** The files of a small site. */
export const SMALL_SITE: ReadonlyMap<string, ListedFile> = new Map([
  ['/index.html', listedText('page')],
  ['/data/manifest.json', listedText('{}', 'application/json; charset=utf-8')],
]);
