import type { Area, Block } from '@marsad/records/snapshot';
import type { LoadedSnapshot } from '../../src/snapshot/load.js';
import { makeSnapshot, WEEKS } from './make-snapshot.js';
import { PAYLOADS } from './payloads.js';

const SIDE = Math.ceil(Math.sqrt(PAYLOADS.length));

const payload = (index: number): string => PAYLOADS[index % PAYLOADS.length] ?? '';

/** One neighbourhood for each payload, which is its id, its name in three languages and the name of its district. */
const hostileArea = (text: string, index: number): Area => {
  const west = 18 + (index % SIDE) * 0.01;
  const south = 35 + Math.floor(index / SIDE) * 0.01;
  const [east, north] = [west + 0.01, south + 0.01];
  return {
    type: 'Feature',
    id: text.slice(0, 200),
    properties: { names: { ar: text, en: payload(index + 1), fr: payload(index + 2) }, district: text, population: 1 },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
};

const records = (count: number): Record<string, number> =>
  Object.fromEntries(PAYLOADS.map((text, index) => [text, count + index]));

/** A snapshot with a payload in every field that holds text, and every payload in several of them. */
export const makeHostileSnapshot = (): LoadedSnapshot => {
  const made = makeSnapshot();
  const [block] = made.blocks.filter((one) => one.status === 'shown');
  if (block?.status !== 'shown') throw new Error('the made snapshot shows nothing');
  const areas = PAYLOADS.map(hostileArea);
  const blockOf = (area: string | null): Block => ({
    ...block,
    area,
    weeks: WEEKS,
    figures: { ...block.figures, languages: records(10) },
  });
  return {
    ...made,
    manifest: {
      ...made.manifest,
      city: {
        ...made.manifest.city,
        id: payload(0),
        names: { ar: payload(1), en: payload(2), fr: payload(3) },
        languages: [...PAYLOADS],
        districts: Object.fromEntries(PAYLOADS.map((text) => [text, { ar: text, en: text, fr: text }])),
      },
      model: { name: payload(4), version: payload(5), measuredLanguages: [...PAYLOADS] },
      sources: PAYLOADS.map((text, index) => ({
        id: text,
        name: text,
        kind: text,
        events: [{ kind: 'added' as const, week: index % 2 === 0 ? '2026-W20' : '2026-W30' }],
      })),
      counts: { posts: 1000, outcomes: records(10), itemsLeftOut: records(20), documentsLeftOut: records(30) },
    },
    areas,
    blocks: [blockOf(null), ...areas.slice(0, 250).map((area) => blockOf(area.id))],
  };
};
