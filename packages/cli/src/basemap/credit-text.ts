/** The references that credits are written with. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&copy;': '©',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Characters of a credit: more is no credit. */
const LONGEST = 200;

/** Tiles in these layers are made of OpenStreetMap, whose licence (ODbL 1.0, 4.3) asks for this wherever they are shown. */
const USUAL_CREDIT = '© OpenStreetMap contributors';

/**
 * Whom the map owes its tiles to, as plain text on one line: files write it in HTML, which no page of ours takes in.
 * @param attribution as the file's metadata have it
 */
export const creditText = (attribution: string | undefined): string => {
  const text = (attribution ?? '')
    .slice(0, 10 * LONGEST)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:copy|amp|lt|gt|quot|#39|nbsp);/g, (reference) => REFERENCES[reference] ?? '')
    .replaceAll(/\s+/g, ' ')
    // What is not seen: signs that turn text round among them.
    .replaceAll(/\p{C}/gu, '')
    .trim();
  const signs = [...text];
  if (signs.length > LONGEST) return `${signs.slice(0, LONGEST - 1).join('')}…`;
  return text === '' ? USUAL_CREDIT : text;
};
