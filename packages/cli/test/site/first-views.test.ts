import { readFileSync } from 'node:fs';
import { INTERFACE_LANGUAGES } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { withFirstViews } from '../../src/site/first-views.js';

const HASH = 'ab12'.repeat(16);
const PAGE = '<!doctype html><html><head><title>Marsad</title></head><body></body></html>';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined): string => new TextDecoder().decode(found);

const viewer = new Map([
  ['index.html', bytes(PAGE)],
  ['assets/page.js', bytes('1')],
]);
const snapshot = new Map(
  ['manifest.json', 'areas.geojson', 'figures.json'].map((name): [string, Uint8Array] => [
    name,
    readFileSync(new URL(`../../../../fixtures/snapshots/1.1.0-estimates/${name}`, import.meta.url)),
  ]),
);

/** The percentages of the table that a snapshot's first view holds. */
const shares = (html: string): string[] => html.match(/\d+(?:[.,]\d+)?[^\p{L}\d]{0,3}%/gu) ?? [];

describe('withFirstViews', () => {
  it('adds one text for each language in a folder of the snapshot, and the page names it', async () => {
    const site = await withFirstViews(viewer, snapshot, HASH);
    expect([...site.keys()]).toEqual([
      'index.html',
      'assets/page.js',
      'first/ab12ab12ab12/figures.json',
      ...INTERFACE_LANGUAGES.map((language) => `first/ab12ab12ab12/${language}.html`),
    ]);
    expect(text(site.get('index.html'))).toContain('<meta name="first-views" content="first/ab12ab12ab12" />');
    const views = INTERFACE_LANGUAGES.map((language) => text(site.get(`first/ab12ab12ab12/${language}.html`)));
    for (const view of views) expect(shares(view).length).toBeGreaterThan(20);
    expect(new Set(views).size).toBe(3);
  });

  it('holds nothing that the policy of the page refuses, no address, and no day', async () => {
    const site = await withFirstViews(viewer, snapshot, HASH);
    for (const language of INTERFACE_LANGUAGES) {
      const view = text(site.get(`first/ab12ab12ab12/${language}.html`));
      expect(view).not.toMatch(/<script| style="| on\w+="|page\.invalid|1970/);
      expect(view).not.toMatch(/<(?:button|input|select|textarea)(?! disabled)/);
    }
  });

  it('gives the same bytes again', async () => {
    const [first, second] = [
      await withFirstViews(viewer, snapshot, HASH),
      await withFirstViews(viewer, snapshot, HASH),
    ];
    expect(second).toEqual(first);
  });

  it('is made of the public tier alone', async () => {
    const more = new Map([
      ...snapshot,
      ['partner/narratives.json', bytes('{"narratives":[{"title":"for partners"}]}')],
    ]);
    expect(await withFirstViews(viewer, more, HASH)).toEqual(await withFirstViews(viewer, snapshot, HASH));
  });

  it('leaves the viewer as it is where a snapshot cannot be shown: the page says why', async () => {
    const broken = new Map([...snapshot, ['figures.json', bytes('{"blocks"')]]);
    expect(await withFirstViews(viewer, broken, HASH)).toEqual(viewer);
  });
});
