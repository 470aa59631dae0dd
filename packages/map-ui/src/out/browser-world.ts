/** What outputs need of the browser, handed in so that they can be tried without one. */
export interface OutWorld {
  /** milliseconds since 1970 */
  now: () => number;
  /** address of the page */
  pageUrl: () => string;
  /** BCP 47, such as `ar-MA` */
  browserLanguage: () => string;
  /** puts text on the clipboard; rejects where the browser does not allow it */
  copy: (text: string) => Promise<void>;
  /** hands a file to the reader */
  save: (content: string | Blob, type: string, name: string) => void;
}

/** Long enough for the browser to have taken hold of the file. */
const KEPT = 60_000;

/** The browser that the page runs in. */
export const browserWorld: OutWorld = {
  now: () => Date.now(),
  pageUrl: () => location.href,
  browserLanguage: () => navigator.language,
  copy: async (text) => {
    // Missing on pages that did not come over a safe connection.
    if (!navigator.clipboard) throw new Error('this browser has no clipboard for this page');
    await navigator.clipboard.writeText(text);
  },
  save: (content, type, name) => {
    const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT);
  },
};
