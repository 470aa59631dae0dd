import type { Readable } from 'node:stream';
import { ByteReader } from './byte-reader.js';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { openBytes } from './open-bytes.js';
import { MAXIMUM_PAGE_BYTES, readPage } from './read-page.js';

/** The one text of an HTML file; the file's name is the name of the text. */
export async function* pageItems(stream: Readable, context: ItemContext): AsyncGenerator<ImportItem> {
  const place = { line: 1, words: 'the page' };
  const reader = new ByteReader((await openBytes(stream, context.name)).all);
  try {
    const bytes = await reader.take(MAXIMUM_PAGE_BYTES + 1);
    if (bytes.length > MAXIMUM_PAGE_BYTES) {
      const problem = `the page is longer than ${MAXIMUM_PAGE_BYTES} bytes`;
      yield { kind: 'bad', place, locator: context.name, reason: 'too-large', problem };
    } else yield { kind: 'text', place, candidate: readPage({ bytes, locator: context.name }, context) };
  } finally {
    await reader.close();
  }
}
