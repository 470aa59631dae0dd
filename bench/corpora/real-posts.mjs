import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { seeded } from './seeded.mjs';

// Laid beside a checkout by the developers; a clone has none.
const FOLDER = new URL('../../../shared/data/hate/', import.meta.url);

/**
 * Posts from public research sets in nineteen languages, shuffled by a fixed seed, those with five words and 24 letters.
 * @param {number} from
 * @param {number} to
 * @returns {string[] | undefined} undefined where the sets are not at hand
 */
export const realPosts = (from, to) => {
  if (!existsSync(FOLDER)) return undefined;
  const texts = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((file) =>
      gunzipSync(readFileSync(new URL(file, FOLDER)))
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => /** @type {string} */ (JSON.parse(line).text)),
    )
    .filter((text) => {
      const said = text.replace(/@\S+/g, ' ');
      return (said.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 5 && (said.match(/\p{L}/gu)?.length ?? 0) >= 24;
    });
  const random = seeded(1);
  for (let at = texts.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [texts[at], texts[other]] = [texts[other] ?? '', texts[at] ?? ''];
  }
  return texts.slice(from, to);
};
