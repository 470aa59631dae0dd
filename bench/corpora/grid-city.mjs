import { pick, seeded } from './seeded.mjs';

/** @typedef {[number, number]} Position */

/** 52 weeks. */
const WEEKS = [
  ...Array.from({ length: 13 }, (_, at) => `2025-W${40 + at}`),
  ...Array.from({ length: 39 }, (_, at) => `2026-W${String(1 + at).padStart(2, '0')}`),
];
/** Corners of a side of an area, so that outlines cost what real ones cost: twenty edges an area. */
const EDGES = 5;
const STEP = 0.008;
const SIGNALS = ['hate', 'extremism', 'polarisation', 'offensive', 'bridging'];
const TARGETS = ['nationality-migration', 'race-ethnicity', 'gender', 'anti-roma', 'sectarian'];
const REASONS = ['too-few-posts', 'too-few-authors', 'too-few-sources'];

/**
 * A point of the grid, pushed aside by its place alone, so that neighbours share their border.
 * @param {number} column
 * @param {number} row
 * @returns {Position}
 */
const corner = (column, row) => [
  18 + STEP * (column + 0.18 * Math.sin(7 * row + column)),
  35 + STEP * (row + 0.18 * Math.sin(5 * column - row)),
];

/**
 * @param {number} index
 * @param {number} columns
 */
const areaOf = (index, columns) => {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  /** @type {Position[]} */
  const ring = [];
  for (let at = 0; at < EDGES; at += 1) ring.push(corner(column + at / EDGES, row));
  for (let at = 0; at < EDGES; at += 1) ring.push(corner(column + 1, row + at / EDGES));
  for (let at = EDGES; at > 0; at -= 1) ring.push(corner(column + at / EDGES, row + 1));
  for (let at = EDGES; at > 0; at -= 1) ring.push(corner(column, row + at / EDGES));
  ring.push(corner(column, row));
  const names = { ar: `الحي ${index + 1}`, fr: `Quartier ${index + 1}`, en: `Quarter ${index + 1}` };
  return {
    type: 'Feature',
    id: `q${index + 1}`,
    properties: { names, district: `d${row % 9}`, population: 3000 + ((index * 37) % 9000) },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};

/**
 * Three digits that count, as snapshots tell shares.
 * @param {number} share
 */
const told = (share) => Number(share.toPrecision(3));

/**
 * A share with the interval that a few hundred labels give.
 * @param {number} rate
 * @param {number} posts
 */
const estimateOf = (rate, posts) => {
  const half = 1.96 * Math.sqrt((rate * (1 - rate) + 0.01) / posts);
  return {
    rate: told(rate),
    low: told(Math.max(0, rate - half)),
    high: told(Math.min(1, rate + half)),
    versusCity: rate - half > 0.12 ? 'above' : rate + half < 0.12 ? 'below' : 'cannot-tell',
    method: 'labels',
    labels: 600,
    tooFewLabels: false,
  };
};

/**
 * @param {number} posts
 * @param {number} heat how many times as much hate as usual
 * @param {() => number} random
 */
const figuresOf = (posts, heat, random) => {
  const shares = SIGNALS.map((signal) => [signal, Math.min(0.8, 0.05 + 0.12 * heat * random())]);
  const flagged = Object.fromEntries(shares.map(([signal, share]) => [signal, Math.floor(posts * Number(share))]));
  const targets = Object.fromEntries(
    SIGNALS.map((signal) => [
      signal,
      Object.fromEntries(TARGETS.map((target) => [target, Math.floor((flagged[signal] ?? 0) / TARGETS.length)])),
    ]),
  );
  const third = Math.floor(posts / 3);
  return {
    posts,
    copies: Math.floor(posts / 9),
    authors: Math.max(5, Math.floor(posts / 2)),
    sources: 4,
    flagged,
    targets,
    languages: { ara: posts - 2 * third, fra: third, ary: third },
    rungs: { mention: posts - third, 'place-tag': third },
    stances: { reporting: third, unclear: posts - third },
    estimates: Object.fromEntries(shares.map(([signal, share]) => [signal, estimateOf(Number(share), posts)])),
  };
};

/**
 * How many weeks a block of an area takes: a tenth of a city talks much, six tenths little, as in real ones.
 * @param {number} index
 * @param {number} size number of areas: posts of a city spread over more areas need longer blocks
 */
const weeksOfBlock = (index, size) => {
  const lengths = size <= 300 ? [1, 4, 13] : [4, 13, 52];
  const tenth = index % 10;
  return lengths[tenth === 0 ? 0 : tenth <= 3 ? 1 : 2] ?? 52;
};

/**
 * A made city of so many neighbourhoods over 52 weeks, as the files of a snapshot hold it: always the same. One block in ten
 * is hidden, one area in fifty was never named.
 * @param {number} size number of areas
 */
export const gridCity = (size) => {
  const random = seeded(size);
  const columns = Math.ceil(Math.sqrt(size * 1.3));
  const areas = Array.from({ length: size }, (_, index) => areaOf(index, columns));
  /** @type {object[]} */
  const blocks = WEEKS.map((week) => ({
    area: null,
    weeks: [week, week],
    status: 'shown',
    figures: figuresOf(size * 20, 1, random),
  }));
  for (const [index, area] of areas.entries()) {
    if (index % 50 === 49) continue;
    const length = weeksOfBlock(index, size);
    for (let at = 0; at < WEEKS.length; at += length) {
      const weeks = [WEEKS[at], WEEKS[Math.min(at + length, WEEKS.length) - 1]];
      if (random() < 0.1) blocks.push({ area: area.id, weeks, status: 'suppressed', reason: pick(random, REASONS) });
      else {
        const figures = figuresOf(12 + Math.floor(200 * random()), 0.1 + (index % 9) * 0.35, random);
        blocks.push({ area: area.id, weeks, status: 'shown', figures });
      }
    }
  }
  const districts = Array.from({ length: 9 }, (_, at) => [`d${at}`, { ar: `ق${at}`, fr: `D${at}`, en: `D${at}` }]);
  const manifest = {
    format: { name: 'marsad-snapshot', version: '1.2.0' },
    city: {
      id: 'grid',
      names: { ar: 'الشبكة', fr: 'La Grille', en: 'Grid City' },
      languages: ['ara', 'ary', 'fra'],
      districts: Object.fromEntries(districts),
      fictional: true,
    },
    weeks: [WEEKS[0], WEEKS[WEEKS.length - 1]],
    model: { name: 'made', version: '1' },
    rules: { minimumPosts: 10, minimumAuthors: 5, minimumSources: 3, maximumTopAuthorShare: 0.5 },
    sources: [
      { id: 'a', name: 'Gazette', kind: 'feed', events: [{ kind: 'added', week: '2025-W40' }] },
      { id: 'b', name: 'Forum', kind: 'website', events: [{ kind: 'added', week: '2026-W10' }] },
    ],
    counts: { posts: size * 1040, outcomes: { published: size * 1040 }, itemsLeftOut: {}, documentsLeftOut: {} },
    files: [],
  };
  return { manifest, areas, blocks };
};
