import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { INTERFACE_LANGUAGES } from '@marsad/records/without-checks';
import { renderToString } from 'react-dom/server';
import { openTranslator } from '../i18n/translator.js';
import { Observatory } from '../observatory.js';
import type { OutWorld } from '../out/browser-world.js';
import { LatePartsCome } from '../panels/late-part.js';
import { loadSnapshot } from '../snapshot/load.js';

/** The HTML of the page, told where the first views of its snapshot lie; `folder` is relative to it. */
export const pageWithFirstViews = (page: string, folder: string): string =>
  page.replace('</head>', `  <meta name="first-views" content="${folder}" />\n  </head>`);

/** Stands for the address of the page, which nobody knows before it is served. */
const NOWHERE = 'https://page.invalid/';

/** What leaves the page needs its address and the day: neither is known, so what says them is left empty (`withoutLoose`). */
const NO_WORLD: OutWorld = {
  now: () => 0,
  pageUrl: () => NOWHERE,
  browserLanguage: () => 'en',
  copy: async () => undefined,
  save: () => undefined,
};

/** Attributes that are for scripts and tests alone; those in the style sheets stay. */
const FOR_SCRIPTS = / data-(?:testid|low|high|own|flagged-share|posts|flagged|area|map-ready)="[^"]*"/g;

/** Without what is not true of the page that shows it: addresses, the day, marks by which the living page is found. */
const withoutLoose = (html: string): string =>
  html
    .replaceAll(/(<textarea[^>]*>)[^<]*/g, '$1')
    .replaceAll(`href="${NOWHERE}`, 'href="./')
    .replaceAll(FOR_SCRIPTS, '')
    .replaceAll(/<(?:button|input|select|textarea)\b/g, '$& disabled=""')
    // The policy of the page refuses styles that come written into HTML; `showFirst` sets them.
    .replaceAll(' style="', ' data-style="');

/**
 * The page as it first opens, made without a browser: readable before its script has come. One text of HTML for each language;
 * controls are there and do not answer yet. Null where the snapshot cannot be shown: the page then says why by itself.
 * The same snapshot gives the same texts.
 * @param texts text of a file of the data folder by its name; undefined where there is none
 */
export const firstViews = async (
  texts: (name: string) => string | undefined,
): Promise<Record<InterfaceLanguage, string> | null> => {
  const loaded = await loadSnapshot({
    fetchFile: async (name) => {
      const text = texts(name);
      return { ok: text !== undefined, status: text === undefined ? 404 : 200, text: async () => text ?? '' };
    },
  });
  if (!loaded.ok) return null;
  const checked = new Promise<never>(() => undefined);
  const made = await Promise.all(
    INTERFACE_LANGUAGES.map(async (language): Promise<[InterfaceLanguage, string]> => {
      const translator = await openTranslator(language);
      const html = renderToString(
        <LatePartsCome value={false}>
          <Observatory
            snapshot={loaded.value}
            checked={checked}
            language={language}
            firstTranslator={translator}
            address={{ query: () => '', replaceQuery: () => undefined }}
            world={NO_WORLD}
          />
          <p className="first-note" role="status">
            {translator.say('notice.following')}
          </p>
        </LatePartsCome>,
      );
      return [language, withoutLoose(html)];
    }),
  );
  const views = Object.fromEntries(made);
  return { ar: views.ar ?? '', en: views.en ?? '', fr: views.fr ?? '' };
};
