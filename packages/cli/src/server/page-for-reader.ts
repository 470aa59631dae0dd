import type { Tier } from '@marsad/records';
import { type ListedFile, listFiles } from './listed-files.js';

/** What a page is told of who reads it. */
interface ReaderMarks {
  /** path of the account page; undefined where nobody logs in: nothing is told then */
  account: string | undefined;
  /** the narrowest tier of this snapshot that is served to the reader */
  tier: Tier;
}

/**
 * The list of a page with the page as a reader of a tier gets it: it says where the account is, and which tier it may ask
 * for, so that it asks for nothing that would be refused.
 * @param prefix URL path of the folder that the page lies in, with a slash at its end
 */
export const pageForReader = (
  listed: ReadonlyMap<string, ListedFile>,
  prefix: string,
  { account, tier }: ReaderMarks,
): Map<string, ListedFile> => {
  const page = listed.get(`${prefix}index.html`);
  if (account === undefined || !(page?.bytes instanceof Uint8Array)) return new Map(listed);
  const marks = [['account', account], ...(tier === 'public' ? [] : [['tier', tier]])].map(
    ([name, content]) => `  <meta name="marsad-${name}" content="${content}" />\n  `,
  );
  const text = new TextDecoder().decode(page.bytes).replace('</head>', `${marks.join('')}</head>`);
  return new Map([...listed, ...listFiles(new Map([['index.html', new TextEncoder().encode(text)]]), prefix)]);
};
