import type { TextBlock } from './text-blocks.js';

/** A teaser breaks off and asks to read on elsewhere. */
const TEASER =
  /(?:\.{2,}|…)\s*\[?(?:read (?:more|on)|continue reading|lire la suite|en savoir plus|читать (?:далее|дальше|полностью|новость)|подробнее|czytaj (?:więcej|dalej|całość)|(?:διαβάστε )?περισσότερα|(?:اقرأ |قراءة )?المزيد|weiterlesen|mehr lesen|leer más|leia mais|leggi tutto)\]?[\s.…»→>]*$/iu;

const LONGEST_ENDING = 80;

/** A line that is all link: an entry of a menu or a pointer elsewhere, not a sentence with a link in it. */
export const isPointer = ({ text, linked }: TextBlock): boolean => linked >= 0.9 * text.length && text.length < 200;

/** Leaves out what leads to other pages. */
export const dropPointers = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.filter((block) => !isPointer(block) && !(block.linked > 0 && TEASER.test(block.text.slice(-LONGEST_ENDING))));
