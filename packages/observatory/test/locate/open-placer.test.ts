import { readFileSync } from 'node:fs';
import { contentId, type Post, placement } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../src/areas/load-areas.js';
import { csvRows } from '../../src/gazetteer/csv-rows.js';
import { type GazetteerEntry, gazetteerFrom } from '../../src/gazetteer/entry.js';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';
import { parseGazetteer } from '../../src/gazetteer/parse-gazetteer.js';
import { openPlacer } from '../../src/locate/open-placer.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(['bahr', 'nasr', 'north', 'south', 'manar']);
const entries: GazetteerEntry[] = [
  { areaId: 'bahr', names: ['باب البحر', 'Bab El Bahr'] },
  { areaId: 'nasr', names: ['النصر', 'Ennasr'], kind: 'ambiguous' },
  { areaId: 'north', names: ['Hay Salam', 'North End'] },
  { areaId: 'south', names: ['Hay Salam'] },
  { areaId: 'manar', names: ['Al-Manar', 'Manar Square'] },
];
const options = {
  areas,
  gazetteer: openGazetteer(entries),
  homes: { 'residents-page': 'bahr', news: null },
  cityNames: ['Al-Manar', 'المنار'],
};
const { place, version } = openPlacer(options);

const post = (more: Partial<Post>): Post => ({
  id: contentId('post', JSON.stringify(more)),
  sourceId: 'news',
  locator: 'l',
  url: null,
  title: null,
  text: 'nothing to see',
  contentHash: '0'.repeat(64),
  signature: null,
  publishedAt: null,
  publishedPrecision: 'unknown',
  languageHint: null,
  authorHash: null,
  coordinates: null,
  placeTag: null,
  permission: 'public-web',
  ...more,
});
const placed = (more: Partial<Post>) => place([post(more)]).map(({ postId: _, ...rest }) => rest);
const only = (areaId: string, rung: string) => [{ areaId, rung, weight: 1, candidates: [areaId] }];

describe('the ladder', () => {
  const everything: Partial<Post> = {
    sourceId: 'residents-page',
    coordinates: [1.5, 0.5],
    placeTag: 'North End',
    text: 'in Manar Square',
  };

  it('takes coordinates first, then the place tag, the mention, the home of the source, the city', () => {
    expect(placed(everything)).toEqual(only('nasr', 'coordinates'));
    expect(placed({ ...everything, coordinates: null })).toEqual(only('north', 'place-tag'));
    expect(placed({ ...everything, coordinates: null, placeTag: null })).toEqual(only('manar', 'mention'));
    expect(placed({ sourceId: 'residents-page' })).toEqual(only('bahr', 'source-home'));
    expect(placed({})).toEqual([{ areaId: null, rung: 'city', weight: 1, candidates: [] }]);
  });

  it('asks the next rung when coordinates lie outside or the tag names no area', () => {
    expect(placed({ ...everything, coordinates: [-50, 0.5], placeTag: 'Paris' })).toEqual(only('manar', 'mention'));
  });

  it('takes a post that names no neighbourhood and was written far away for none of the city, whatever its source', () => {
    const none = [{ areaId: null, rung: 'none', weight: 1, candidates: [] }];
    expect(placed({ coordinates: [-50, 0.5] })).toEqual(none);
    expect(placed({ sourceId: 'residents-page', coordinates: [-50, 0.5] })).toEqual(none);
    expect(placed({ coordinates: [2.5, 40], text: 'rendez-vous à Hay Salam' })[0]).toMatchObject({
      rung: 'none',
      candidates: ['north', 'south'],
    });
  });

  it('takes a post written just outside the boundaries for one of the city', () => {
    expect(placed({ coordinates: [2.5, 1.05] })[0]?.rung).toBe('city');
    expect(placed({ sourceId: 'residents-page', coordinates: [-0.05, 0.5] })).toEqual(only('bahr', 'source-home'));
  });

  it('makes no home of a mention: the next post of the same author is placed by itself', () => {
    const author = { authorHash: 'a'.repeat(32) };
    const posts = [post({ ...author, text: 'fire in Bab El Bahr' }), post({ ...author, text: 'good night' })];
    expect(place(posts).map(({ areaId, rung }) => [areaId, rung])).toEqual([
      ['bahr', 'mention'],
      [null, 'city'],
    ]);
  });

  it('reads a place tag with the city behind the neighbourhood, and needs no cue there', () => {
    expect(placed({ placeTag: 'Ennasr, Al-Manar' })).toEqual(only('nasr', 'place-tag'));
  });

  it('takes the name of the city for the city, even when a neighbourhood is called the same', () => {
    expect(placed({ placeTag: 'Al-Manar', text: 'Bonjour Al-Manar !' })).toEqual([
      { areaId: null, rung: 'city', weight: 1, candidates: [] },
    ]);
  });

  it('counts the title as text', () => {
    expect(placed({ title: 'حريق في باب البحر' })).toEqual(only('bahr', 'mention'));
  });

  it('shares a post among the neighbourhoods it names', () => {
    expect(placed({ text: 'from Bab El Bahr to North End and back to Bab El Bahr' })).toEqual([
      { areaId: 'bahr', rung: 'mention', weight: 0.5, candidates: ['bahr'] },
      { areaId: 'north', rung: 'mention', weight: 0.5, candidates: ['north'] },
    ]);
  });

  it('chooses none of two areas of the same name, but keeps them as candidates', () => {
    expect(placed({ text: 'rendez-vous à Hay Salam' })).toEqual([
      { areaId: null, rung: 'city', weight: 1, candidates: ['north', 'south'] },
    ]);
    expect(placed({ placeTag: 'Hay Salam' })[0]).toMatchObject({ rung: 'city', candidates: ['north', 'south'] });
  });

  it('lets a clear name in the same post decide between them', () => {
    expect(placed({ text: 'Hay Salam, I mean North End' })).toEqual([
      { areaId: 'north', rung: 'mention', weight: 1, candidates: ['north', 'south'] },
    ]);
  });

  it('keeps with each of several areas what it was chosen from, and what stayed undecided', () => {
    expect(placed({ text: 'fire in Bab El Bahr. Hay Salam, I mean North End' })).toEqual([
      { areaId: 'bahr', rung: 'mention', weight: 0.5, candidates: ['bahr'] },
      { areaId: 'north', rung: 'mention', weight: 0.5, candidates: ['north', 'south'] },
    ]);
    expect(placed({ text: 'from Bab El Bahr to Ennasr and to Hay Salam' })).toEqual([
      { areaId: 'bahr', rung: 'mention', weight: 0.5, candidates: ['bahr', 'north', 'south'] },
      { areaId: 'nasr', rung: 'mention', weight: 0.5, candidates: ['nasr', 'north', 'south'] },
    ]);
  });

  it('gives every post at least one placement, valid, with weights that add up to 1', () => {
    const piece = fc.constantFrom('Bab El Bahr', 'North End', 'Hay Salam', 'الن', 'باب البحر', 'x', '.', 'in Ennasr');
    const anyPost = fc.record({
      text: fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' ')),
      title: fc.option(piece),
      placeTag: fc.option(piece),
      coordinates: fc.option(
        fc.tuple(fc.double({ min: -1, max: 6, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true })),
      ),
      sourceId: fc.constantFrom('news', 'residents-page', 'other'),
    });
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 5 }), (given) => {
        const posts = given.map((more, at) =>
          post({ ...more, locator: String(at), id: contentId('post', String(at)) }),
        );
        const placements = place(posts);
        for (const { id } of posts) {
          const own = placements.filter(({ postId }) => postId === id);
          expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
          for (const each of own) {
            expect(placement.safeParse(each).success).toBe(true);
            expect(each.areaId === null).toBe(each.rung === 'city' || each.rung === 'none');
          }
        }
      }),
    );
  });
});

describe('version', () => {
  it('is the same for the same input in another order', () => {
    const again = openPlacer({
      areas: squareCity(['bahr', 'nasr', 'north', 'south', 'manar']),
      gazetteer: openGazetteer(entries.toReversed()),
      homes: { news: null, 'residents-page': 'bahr' },
      cityNames: ['المنار', 'Al-Manar'],
    });
    expect(again.version).toBe(version);
  });

  it.each([
    ['areas', { areas: squareCity(['nasr', 'bahr', 'north', 'south', 'manar']) }],
    ['names', { gazetteer: openGazetteer(entries.slice(1)) }],
    ['homes', { homes: { news: 'bahr' } }],
    ['city names', { cityNames: [] }],
  ])('changes with the %s', (_, change) => {
    expect(openPlacer({ ...options, ...change }).version).not.toBe(version);
  });

  it('refuses a home that is no area', () => {
    expect(() => openPlacer({ ...options, homes: { page: 'zz' } })).toThrow(/source page: home: expected the id/);
  });
});

const demo = new URL('../../../../fixtures/al-manar/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, demo), 'utf8');

describe('the demo city', () => {
  const city = loadAreas(JSON.parse(read('neighbourhoods.geojson')), { file: 'neighbourhoods.geojson' }).areas;
  const listed = parseGazetteer(read('gazetteer.csv'), { file: 'gazetteer.csv', areas: city });
  const gazetteer = openGazetteer(gazetteerFrom(city, listed));
  const placer = openPlacer({ areas: city, gazetteer, homes: {}, cityNames: ['المنار', 'Al-Manar'] });

  it('recognises every name in its gazetteer that needs no cue', () => {
    for (const { areaId, names, kind } of listed) {
      if (kind === 'ambiguous') continue;
      for (const name of names)
        expect(
          gazetteer.findMentions(name).map((mention) => mention.areaId),
          name,
        ).toEqual([areaId]);
    }
  });

  it('puts its posts where their writers meant them: precision at least 0.98, recall at least 0.90', () => {
    const rows = csvRows(read('labels.csv'), 'labels.csv').slice(1);
    const wanted = new Map(
      rows.map(({ cells }): [string, string[]] => [
        `${cells[1]} ${cells[0]}`,
        (cells.at(-1) ?? '').split(';').filter((id) => id !== ''),
      ]),
    );
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const channel of ['akhbar', 'forum', 'gazette', 'social']) {
      for (const line of read(`web/${channel}.jsonl`).trim().split('\n')) {
        const { id, title, text, paragraphs } = JSON.parse(line) as {
          id: string;
          title?: string;
          text?: string;
          paragraphs?: string[];
        };
        const written = text ?? paragraphs?.join('\n') ?? '';
        const want = wanted.get(`${channel} ${id}`);
        if (!want) continue;
        const got = placer.place([post({ text: written, title: title ?? null })]).flatMap(({ areaId }) => areaId ?? []);
        right += got.filter((area) => want.includes(area)).length;
        wrong += got.filter((area) => !want.includes(area)).length;
        missed += want.filter((area) => !got.includes(area)).length;
      }
    }
    expect(right).toBeGreaterThan(300);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
  });
});
