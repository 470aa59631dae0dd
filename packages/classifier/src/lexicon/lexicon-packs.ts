import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from '../fingerprint.js';
import { loadLexicons, SHIPPED_LEXICONS } from './load-lexicons.js';
import { packLexicon } from './pack-lexicon.js';
import { type LexiconParts, PackedLexicon } from './packed-lexicon.js';

/**
 * The lexicons that ship, compiled when the package is built: a thread reads them in the time that one word takes to
 * compile. Beside the compiled code, so that code under a test runner, which lies elsewhere, compiles its own.
 */
const PACKS = fileURLToPath(new URL('../lexicon-packs.bin', import.meta.url));

/** What packs are made of: the lexicon files, and the code that splits, folds and compiles their terms. */
const madeOf = (): string =>
  fingerprintOf([
    SHIPPED_LEXICONS,
    ...['.', '../words', '../normalise'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
  ]);

/** The head of the file, which `numbers` of all lexicons follow at the next whole number. */
interface Head {
  madeOf: string;
  lexicons: { language: string; parts: string; from: number; to: number }[];
}

/** By language, what reads a lexicon. */
export type LexiconPacks = ReadonlyMap<string, () => PackedLexicon>;

const WORD = Int32Array.BYTES_PER_ELEMENT;
const aligned = (bytes: number): number => Math.ceil(bytes / WORD) * WORD;

/** Compiles the lexicons that ship and writes them for `readLexiconPacks`; a step of the build. */
export const writeLexiconPacks = (): void => {
  const packs = loadLexicons().map(packLexicon);
  let at = 0;
  const lexicons = packs.map(({ language, parts, numbers }) => {
    const from = at;
    at += numbers.length;
    return { language, parts: JSON.stringify(parts), from, to: at };
  });
  const head: Head = { madeOf: madeOf(), lexicons };
  const text = Buffer.from(JSON.stringify(head));
  const bytes = Buffer.alloc(aligned(WORD + text.length) + WORD * at);
  bytes.writeInt32LE(text.length);
  text.copy(bytes, WORD);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset + aligned(WORD + text.length), at);
  packs.forEach((pack, number) => {
    numbers.set(pack.numbers, lexicons[number]?.from);
  });
  writeFileSync(PACKS, bytes);
};

/**
 * The lexicons that were compiled when the package was built, each by its language and read when it is asked for. None
 * where there was no build, or lexicons or code are others since.
 */
export const readLexiconPacks = (): LexiconPacks => {
  if (!existsSync(PACKS)) return new Map();
  const bytes = new Uint8Array(readFileSync(PACKS));
  const length = new DataView(bytes.buffer).getInt32(0, true);
  // Written by the build, beside the code that reads it.
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(WORD, WORD + length))) as Head;
  if (head.madeOf !== madeOf()) return new Map();
  const numbers = new Int32Array(bytes.buffer, aligned(WORD + length));
  return new Map(
    head.lexicons.map(({ language, parts, from, to }) => [
      language,
      () => new PackedLexicon(language, JSON.parse(parts) as LexiconParts, numbers.subarray(from, to)),
    ]),
  );
};
