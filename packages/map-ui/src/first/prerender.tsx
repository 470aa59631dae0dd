import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { escapeMarkup, INTERFACE_LANGUAGES } from '@marsad/records/without-checks';
import { renderToString } from 'react-dom/server';
import { openTranslator, type Translator } from '../i18n/translator.js';
import { Observatory } from '../observatory.js';
import type { OutWorld } from '../out/browser-world.js';
import { RowsWrittenUnseen } from '../panels/figures-table.js';
import { LatePartsCome } from '../panels/late-part.js';
import { type LoadedSnapshot, loadSnapshot } from '../snapshot/load.js';
import { firstView, questionOf } from '../state/view.js';
import { correctionOf, figuresOfPage } from '../view/figures.js';
import { placesOfLevel } from '../view/levels.js';
import { rowRanks } from '../view/row-ranks.js';
import { foldName } from '../view/search-names.js';
import { sortRows, tableColumns } from '../view/sort-rows.js';
import { namedRows, tableRows } from '../view/table-rows.js';
import { type EarlyTable, MOST_ROWS_BEFOREHAND } from './early-table.js';

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

/** The table of the first view, told how it sorts and searches itself. Longer ones do not. */
const earlyTable = (snapshot: LoadedSnapshot, translator: Translator): EarlyTable | null => {
  const { areas, manifest } = snapshot;
  if (areas.length > MOST_ROWS_BEFOREHAND) return null;
  const { language, collator, say } = translator;
  const view = firstView({
    weeks: manifest.weeks,
    areaIds: new Set(),
    districtIds: new Set(),
    severities: false,
    languages: [],
    rungs: [],
    levels: [],
    language,
  });
  const { index, overall } = placesOfLevel(snapshot, view.level);
  const page = figuresOfPage(
    areas.map(({ id }) => id),
    index,
    questionOf(view, manifest.weeks),
    overall,
  );
  const inOrder = sortRows(
    tableRows(namedRows(areas, manifest.city.districts, translator, ''), page, null),
    view.sort,
    collator,
  );
  const columns = tableColumns(correctionOf(page).corrected !== null);
  const ranks = rowRanks(inOrder, columns, collator);
  const names = new Map(
    areas.map(
      ({
        id,
        properties: {
          names: { ar = '', en = '', fr = '' },
        },
      }) => [id, [...new Set([ar, en, fr, id].map(foldName))].join('\n')],
    ),
  );
  const plural = new Intl.PluralRules(language);
  const found: Record<string, string> = { none: say('search.found', { found: 0 }) };
  for (let count = 1; count <= areas.length; count += 1)
    found[plural.select(count)] ??= say('search.found', { found: count }).replace(String(count), '#');
  return {
    columns,
    ranks: columns.map((column) => ranks[column] ?? []),
    names: inOrder.map(({ figures: { area } }) => names.get(area ?? '') ?? ''),
    found,
  };
};

const TABLE = 'id="figures"';
const withTable = (html: string, table: EarlyTable | null): string =>
  table === null ? html : html.replace(TABLE, () => `${TABLE} data-table="${escapeMarkup(JSON.stringify(table))}"`);

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
          <RowsWrittenUnseen value={MOST_ROWS_BEFOREHAND}>
            <Observatory
              snapshot={loaded.value}
              checked={checked}
              language={language}
              firstTranslator={translator}
              address={{ query: () => '', replaceQuery: () => undefined }}
              world={NO_WORLD}
            />
          </RowsWrittenUnseen>
          <p className="first-note" role="status">
            {translator.say('notice.following')}
          </p>
        </LatePartsCome>,
      );
      return [language, withTable(withoutLoose(html), earlyTable(loaded.value, translator))];
    }),
  );
  const views = Object.fromEntries(made);
  return { ar: views.ar ?? '', en: views.en ?? '', fr: views.fr ?? '' };
};

export { servedFigures } from '../snapshot/packed-figures.js';
