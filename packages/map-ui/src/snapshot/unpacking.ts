import { SNAPSHOT_FILES } from '@marsad/records/without-checks';
import type { LoadEffects } from './load.js';
import { blocksText, figuresValue, type PackedFigures } from './packed-figures.js';

/** Blocks that are written as text in one go: whoever uses the page meanwhile does not notice. */
const AT_ONCE = 500;

/** The text of `figures.json` as it was, written in pieces between which the page is free. */
const textInPieces = async ({ head, between, tail }: PackedFigures, blocks: readonly unknown[]): Promise<string> => {
  const pieces: string[] = [];
  for (let first = 0; first < blocks.length; first += AT_ONCE) {
    pieces.push(blocksText(blocks.slice(first, first + AT_ONCE), between));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return `${head}${pieces.join(between)}${tail}`;
};

/**
 * Reads `figures.json` from the file that it is packed in, where a site has one, and from the data folder where that file does
 * not come or is not whole. Everything else comes from the data folder.
 * @param fetchPath fetches a file by its path below the page
 * @param packed path of the packed file; null where there is none
 */
export const unpacking =
  (fetchPath: (path: string) => Promise<Pick<Response, 'ok' | 'status' | 'text'>>, packed: string | null) =>
  async (name: string): ReturnType<LoadEffects['fetchFile']> => {
    const plain = async () => {
      const response = await fetchPath(`data/${name}`);
      return { ok: response.ok, status: response.status, text: () => response.text() };
    };
    if (packed === null || name !== SNAPSHOT_FILES.figures) return plain();
    try {
      const response = await fetchPath(packed);
      if (!response.ok) return plain();
      const text = await response.text();
      const parsed: PackedFigures | { blocks: unknown; shapes?: undefined } = JSON.parse(text);
      if (parsed.shapes === undefined) return { ok: true, status: 200, text: async () => text };
      const { value, blocks } = figuresValue(parsed);
      return { ok: true, status: 200, text: () => textInPieces(parsed, blocks), value };
    } catch {
      return plain();
    }
  };
