import { parseFlat } from './parse-flat.js';
import { UNREAD_ELEMENTS } from './unread-elements.js';

const PARAGRAPHS = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'nav',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'table',
  'figure',
  'figcaption',
  'form',
  'fieldset',
  'address',
  'hr',
  'details',
  'summary',
  'body',
]);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'option', 'caption']);
const CELLS = new Set(['td', 'th']);

/** Joins pieces into paragraphs with an empty line between them; white space as in a browser. */
const tidy = (text: string): string =>
  text
    .split(/\n/)
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();

/**
 * The text of an HTML fragment or page, in one streaming pass: cheap, linear, never throws, however deep the nesting.
 * Paragraphs are separated by an empty line.
 * @param hidden elements whose content is left out
 */
export const htmlToText = (html: string, hidden: ReadonlySet<string> = UNREAD_ELEMENTS): string => {
  let out = '';
  let skipping = 0;
  parseFlat(
    html,
    {
      onopentag(name) {
        if (hidden.has(name)) skipping += 1;
        if (PARAGRAPHS.has(name)) out += '\n\n';
        else if (LINES.has(name)) out += '\n';
        else if (CELLS.has(name)) out += ' ';
      },
      ontext(text) {
        if (skipping === 0) out += text.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (hidden.has(name)) skipping = Math.max(0, skipping - 1);
        if (PARAGRAPHS.has(name)) out += '\n\n';
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  return tidy(out);
};
