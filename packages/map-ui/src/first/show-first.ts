import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { SNAPSHOT_FILES } from '@marsad/records/without-checks';
import { answerEarly } from './early-table.js';

/** Where the page that holds first views names the folder of this snapshot's: `<meta name="first-views" content="first/…">`. */
const FOLDER = 'meta[name="first-views"]';

/** The folder of what was made beforehand of this snapshot; undefined where nothing was. */
const folderOfFirst = (): string | undefined => document.querySelector<HTMLMetaElement>(FOLDER)?.content || undefined;

/** Path of the packed figures below the page; null where there are none. */
export const packedFiguresPath = (): string | null => {
  const folder = folderOfFirst();
  return folder === undefined ? null : `${folder}/${SNAPSHOT_FILES.figures}`;
};

/** Whether an address asks for the page as it first opens: every other view has other figures. */
export const opensFirstView = (query: string): boolean =>
  [...new URLSearchParams(query).keys()].every((name) => name === 'lang');

/**
 * Shows the page as it was made beforehand in this language, where there is one: a few kilobytes, read long before the script
 * has come over a bad line. It is replaced by the living page. Never fails: whoever has no first view waits for the page.
 */
export const showFirst = async (mount: HTMLElement, language: InterfaceLanguage): Promise<void> => {
  const folder = folderOfFirst();
  if (folder === undefined) return;
  try {
    const response = await fetch(new URL(`${folder}/${language}.html`, document.baseURI));
    if (!response.ok) return;
    const html = await response.text();
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    mount.innerHTML = html;
    for (const element of mount.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset.style ?? '';
    mount.dataset.first = language;
    answerEarly(mount, {
      query: () => location.search,
      replaceQuery: (query) => history.replaceState(null, '', `${location.pathname}${query}${location.hash}`),
    });
  } catch {
    // The page comes all the same, later.
  }
};
