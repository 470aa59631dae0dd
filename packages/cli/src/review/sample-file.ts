import type { KeptSample, PostText } from '@marsad/store';

/** The columns of a sample file, in order; the coder fills in `signals` and may write into `note`. */
const COLUMNS = [
  'sample',
  'id',
  'inclusion_probability',
  'language',
  'url',
  'title',
  'text',
  'signals',
  'note',
] as const;

/**
 * What a spreadsheet would take for a formula: =, +, − and @, also full-width, after spaces and marks of direction. Such a cell
 * gets an apostrophe in front, which spreadsheets hide.
 */
const FORMULA = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A sample as CSV (UTF-8 with a byte-order mark, so that spreadsheets read Arabic). The classifier's verdict is not in it: a
 * coder is not to be led by it. With the efficient design the chance to be drawn follows the score; it is there so that the
 * file can be weighted by other programs too.
 */
export const sampleCsv = (
  { id, posts }: Pick<KeptSample, 'id' | 'posts'>,
  texts: ReadonlyMap<string, PostText>,
  languages: ReadonlyMap<string, string>,
): string => {
  const rows = posts.flatMap(({ postId, probability }) => {
    const post = texts.get(postId);
    if (!post) return [];
    const language = languages.get(postId) ?? 'und';
    return [[id, postId, String(probability), language, post.url ?? '', post.title ?? '', post.text, '', '']];
  });
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};
