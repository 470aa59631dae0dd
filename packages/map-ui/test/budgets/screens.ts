import type { Page } from 'playwright-core';

/** One thing that a reader of the demo city can have before their eyes. */
export interface Screen {
  name: string;
  /** of the address, without the language */
  query: string;
  /** there once the screen is whole */
  ready: string;
  /** opens what is closed at first */
  open?: (page: Page) => Promise<void>;
}

const MAP_AT_REST = '[data-map-ready="true"]';
const byTestId = (id: string): string => `[data-testid="${id}"]`;

/** Opens everything that can be opened on the page. */
const openDetails = async (page: Page): Promise<void> => {
  await page.locator(byTestId('out-embed')).waitFor();
  const closed = page.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
};

/** Every screen of the page. A new one belongs here: what is measured of each is measured of it too. */
export const SCREENS: readonly Screen[] = [
  { name: 'map, city, table', query: '', ready: MAP_AT_REST },
  { name: 'panel of an area', query: 'area=el-mahatta&signal=polarisation', ready: MAP_AT_REST },
  { name: 'panel of a hidden area', query: 'area=ed-dabbaghin', ready: MAP_AT_REST },
  { name: 'panel of a silent area', query: 'area=souk-en-nahhasin&signal=bridging', ready: MAP_AT_REST },
  { name: 'part of the weeks, one target', query: 'from=2026-W18&to=2026-W30&target=gender', ready: MAP_AT_REST },
  { name: 'table, found and sorted', query: 'find=el&sort=-rate', ready: MAP_AT_REST },
  { name: 'two periods', query: 'before=2026-W14..2026-W26&from=2026-W27&area=el-mahatta', ready: MAP_AT_REST },
  { name: 'matrix', query: 'show=weeks&area=el-mahatta&order=course', ready: byTestId('matrix') },
  { name: 'small maps by weeks', query: 'show=small-maps&facets=weeks', ready: byTestId('small-maps') },
  { name: 'small maps by target', query: 'show=small-maps&facets=target', ready: byTestId('small-maps') },
  { name: 'small maps by signal', query: 'show=small-maps&facets=signal', ready: byTestId('small-maps') },
  { name: 'places', query: 'show=places&places=el-mahatta~ennasr~ed-dabbaghin', ready: byTestId('places') },
  {
    name: 'what is known offline, read from a mark',
    query: 'area=el-mahatta&from=2026-W14&to=2026-W20',
    ready: byTestId('known-trend'),
    open: async (page) => {
      await page.locator(`${byTestId('known')} details > summary`).click();
      await page
        .locator(`${byTestId('known-track')} button`)
        .first()
        .focus();
      await page.getByTestId('known-track-read').waitFor();
    },
  },
  { name: 'everything opened', query: 'area=el-qasba', ready: MAP_AT_REST, open: openDetails },
  { name: 'brief of the city', query: 'brief=1', ready: byTestId('sheet-2') },
  { name: 'brief of an area', query: 'brief=1&area=el-mahatta', ready: byTestId('sheet-2') },
  { name: 'frame', query: 'embed=1', ready: MAP_AT_REST },
  { name: 'frame of an area', query: 'embed=1&area=el-mahatta&signal=bridging', ready: MAP_AT_REST },
];

/** Goes to a screen and waits until it is whole. */
export const openScreen = async (page: Page, origin: string, language: string, screen: Screen): Promise<void> => {
  await page.goto(`${origin}/?lang=${language}&${screen.query}`);
  await page.locator(screen.ready).waitFor();
  // Parts that come by themselves when they are needed have come, and so have the letters.
  await page.waitForLoadState('networkidle');
  // On a busy machine the network rests long before the page does: what is known offline comes last.
  await page.waitForFunction(
    () =>
      document.querySelector('main[data-known="true"] .week-slider') === null ||
      document.querySelector('[data-testid="known-track"]') !== null,
  );
  await screen.open?.(page);
  await page.evaluate(() => document.fonts.ready);
};
