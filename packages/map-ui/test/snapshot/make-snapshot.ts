import {
  type Area,
  type Block,
  type BlockFigures,
  type IsoWeek,
  type Rung,
  SIGNALS,
  type Signal,
  type SnapshotManifest,
  type SuppressionReason,
  type Target,
  weeksBetween,
} from '@marsad/records/snapshot';
import type { LoadedSnapshot } from '../../src/snapshot/load.js';

/** A small chain of whole numbers from a seed (Lehmer), so that a made snapshot is the same on every run. */
const chance = (seed: number) => {
  let state = (seed % 2147483646) + 1;
  return (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

const NEIGHBOURHOODS: readonly [string, string, string, string, string][] = [
  ['bab-el-bahr', 'port', 'باب البحر', 'Bab El Bahr', 'Sea Gate'],
  ['marsa-qdima', 'port', 'المرسى القديمة', 'La Vieille Darse', 'Old Harbour'],
  ['hay-es-sayyadin', 'port', 'حي الصيادين', 'Quartier des Pêcheurs', 'Fishermen’s Quarter'],
  ['ras-el-manara', 'port', 'رأس المنارة', 'Cap du Phare', 'Lighthouse Cape'],
  ['ed-dabbaghin', 'port', 'الدباغين', 'Les Tanneurs', 'Tanners’ Quarter'],
  ['el-qasba', 'medina', 'القصبة', 'La Kasbah', 'The Kasbah'],
  ['souk-en-nahhasin', 'medina', 'سوق النحاسين', 'Souk des Dinandiers', 'Coppersmiths’ Market'],
  ['bab-ez-zitoun', 'medina', 'باب الزيتون', 'Porte des Oliviers', 'Olive Gate'],
  ['rahbat-el-qamh', 'medina', 'رحبة القمح', 'La Halle aux Grains', 'Grain Market'],
  ['el-andalous', 'new-town', 'الأندلس', 'Les Andalous', 'Andalusia Quarter'],
  ['ennasr', 'new-town', 'النصر', 'Ennasr', 'Victory Quarter'],
  ['jnan-el-ward', 'new-town', 'جنان الورد', 'Les Jardins de la Rose', 'Rose Gardens'],
  ['el-mahatta', 'new-town', 'المحطة', 'La Gare', 'Station Quarter'],
  ['cite-olympique', 'new-town', 'الحي الأولمبي', 'Cité Olympique', 'Olympic Quarter'],
  ['ain-el-hajal', 'hills', 'عين الحجل', 'Aïn El Hajal', 'Partridge Spring'],
  ['el-wifaq', 'hills', 'الوفاق', 'El Wifak', 'Concord Estate'],
  ['douar-el-karm', 'hills', 'دوار الكرم', 'Douar El Karm', 'Vineyard Hamlet'],
  ['sidi-yahya', 'hills', 'سيدي يحيى', 'Sidi Yahia', 'Sidi Yahya'],
];

export const WEEKS: [IsoWeek, IsoWeek] = ['2026-W14', '2026-W39'];
const USUAL: Record<Signal, number> = {
  hate: 0.1,
  extremism: 0.02,
  polarisation: 0.07,
  offensive: 0.06,
  bridging: 0.12,
};
const TARGETS_SEEN: readonly Target[] = [
  'nationality-migration',
  'race-ethnicity',
  'gender',
  'sectarian',
  'disability',
];

/** The figures of a block of `posts` posts where hate runs `heat` times as high as usual. */
const makeFigures = (posts: number, heat: number, next: () => number): BlockFigures => {
  const draw = (share: number): number => {
    let found = 0;
    for (let post = 0; post < posts; post += 1) if (next() < share) found += 1;
    return found;
  };
  const flagged: Partial<Record<Signal, number>> = {};
  const targets: Partial<Record<Signal, Partial<Record<Target, number>>>> = {};
  for (const signal of SIGNALS) {
    const count = draw(Math.min(0.9, USUAL[signal] * (signal === 'bridging' ? 1 : heat)));
    flagged[signal] = count;
    const byTarget: Partial<Record<Target, number>> = {};
    let left = signal === 'offensive' ? 0 : count;
    for (const target of TARGETS_SEEN) {
      const part = Math.ceil(left / 2);
      if (part > 0) byTarget[target] = part;
      left -= part;
    }
    targets[signal] = byTarget;
  }
  const tagged = Math.floor(posts / 9);
  const french = Math.floor(posts / 4);
  const darija = Math.floor(posts / 5);
  const rungs: Partial<Record<Rung, number>> = { mention: posts - tagged };
  if (tagged > 0) rungs['place-tag'] = tagged;
  const reporting = Math.floor(posts / 6);
  const countering = Math.floor(posts / 15);
  return {
    posts,
    copies: Math.floor(posts / 7),
    authors: Math.max(5, Math.floor(posts / 2)),
    sources: 3,
    flagged: flagged as BlockFigures['flagged'],
    targets: targets as BlockFigures['targets'],
    languages: { ara: posts - french - darija, fra: french, ary: darija },
    rungs,
    stances: { reporting, countering, unclear: posts - reporting - countering },
  };
};

/** A square of the map, in rows of six. */
const makeArea = (index: number): Area => {
  const [id, district, ar, fr, en] = NEIGHBOURHOODS[index] ?? ['x', 'x', 'x', 'x', 'x'];
  const west = 18.2 + (index % 6) * 0.012;
  const south = 35.5 + Math.floor(index / 6) * 0.01;
  const [east, north] = [west + 0.012, south + 0.01];
  return {
    type: 'Feature',
    id,
    properties: { names: { ar, fr, en }, district, population: 4000 + index * 731 },
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

const REASONS: readonly SuppressionReason[] = [
  'too-few-posts',
  'too-few-authors',
  'too-few-sources',
  'one-author-dominates',
  'protects-another-cell',
];

/** The blocks of one area: long ones where there is little talk, some hidden, one area of silence. */
const makeBlocks = (area: string | null, index: number, next: () => number): Block[] => {
  if (index === 16) return [];
  const weeks = weeksBetween(...WEEKS);
  const blocks: Block[] = [];
  let at = 0;
  while (at < weeks.length) {
    const length = area === null ? 1 : 2 + Math.floor(next() * (index % 3 === 0 ? 3 : 7));
    const first = weeks[at];
    const last = weeks[Math.min(weeks.length - 1, at + length - 1)];
    at += length;
    if (first === undefined || last === undefined) break;
    const hidden = index === 6 || (area !== null && next() < 0.14);
    if (hidden) {
      const reason = REASONS[Math.floor(next() * REASONS.length)] ?? 'too-few-posts';
      blocks.push({ area, weeks: [first, last], status: 'suppressed', reason });
    } else {
      const posts = 10 + Math.floor(next() * (area === null ? 60 : 22));
      const heat = area === null ? 1 : 0.1 + (index % 7) * 0.42;
      blocks.push({ area, weeks: [first, last], status: 'shown', figures: makeFigures(posts, heat, next) });
    }
  }
  if (index % 4 === 0) {
    blocks.push({ area, weeks: null, status: 'shown', figures: makeFigures(12, 1, next) });
  }
  return blocks;
};

const MANIFEST: SnapshotManifest = {
  format: { name: 'marsad-snapshot', version: '1.0.0' },
  city: {
    id: 'al-manar',
    names: { ar: 'المنار', fr: 'Al-Manar', en: 'Al-Manar' },
    languages: ['ara', 'ary', 'fra', 'eng'],
    districts: {
      port: { ar: 'الميناء', fr: 'Le Port', en: 'The Port' },
      medina: { ar: 'المدينة العتيقة', fr: 'La Médina', en: 'Old Town' },
      'new-town': { ar: 'المدينة الجديدة', fr: 'Ville Nouvelle', en: 'New Town' },
      hills: { ar: 'الهضاب', fr: 'Les Collines', en: 'The Hills' },
    },
    fictional: true,
  },
  weeks: WEEKS,
  model: { name: 'marsad-lexicon', version: '0.1.0' },
  rules: { minimumPosts: 10, minimumAuthors: 5, minimumSources: 3, maximumTopAuthorShare: 0.5 },
  sources: [
    { id: 'manar-akhbar', name: 'أخبار المنار', kind: 'website', events: [{ kind: 'added', week: '2026-W14' }] },
    { id: 'gazette-du-port', name: 'Gazette du Port', kind: 'feed', events: [{ kind: 'added', week: '2026-W14' }] },
    { id: 'forum-al-manar', name: 'Forum Al-Manar', kind: 'website', events: [{ kind: 'added', week: '2026-W14' }] },
    {
      id: 'mastodon-al-manar',
      name: 'social.al-manar.test',
      kind: 'mastodon',
      events: [{ kind: 'added', week: '2026-W14' }],
    },
  ],
  counts: {
    posts: 1432,
    outcomes: {
      published: 1101,
      'suppressed:too-few-posts': 84,
      'suppressed:too-few-sources': 41,
      'outside:no-neighbourhood-named': 198,
      undetermined: 8,
    },
    itemsLeftOut: { 'duplicate:exact-copy': 61, 'rejected:no-text': 9 },
    documentsLeftOut: { 'skipped:robots': 12, 'failed:http-404': 3 },
  },
  files: [],
};

/** A made snapshot of 18 squares, 26 weeks: the same for the same seed. */
export const makeSnapshot = (seed = 7): LoadedSnapshot => {
  const next = chance(seed);
  const areas = NEIGHBOURHOODS.map((_, index) => makeArea(index));
  return {
    manifest: MANIFEST,
    areas,
    blocks: [...makeBlocks(null, 12, next), ...areas.flatMap((area, index) => makeBlocks(area.id, index, next))],
    findings: {},
    setAside: 0,
  };
};
