import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSnapshot, packageBytes, type SnapshotParts } from '@marsad/observatory';
import {
  envelopeBytes,
  firstKeySet,
  hashOfSigned,
  keyPairFrom,
  NOTICE_FILES,
  signed,
  signSnapshot,
} from '@marsad/observatory/snapshot';
import { type Block, type Envelope, type Notice, sha256, weekOf, weekStart } from '@marsad/records';

export const NOW = new Date('2026-11-20T12:00:00Z');
const LAST_WEEK = '2026-W46';

type Figures = Extract<Block, { status: 'shown' }>['figures'];

/** Figures that pass the gate: `posts` of one language, `hate` of them flagged. */
export const figures = (posts: number, hate: number, more: Partial<Figures> = {}): Figures => ({
  posts,
  copies: 0,
  authors: Math.max(5, Math.floor(posts / 2)),
  sources: 3,
  flagged: { hate, extremism: 0, polarisation: 0, offensive: 0, bridging: 1 },
  targets: { hate: {}, extremism: {}, polarisation: {}, offensive: {}, bridging: {} },
  languages: { ara: posts },
  rungs: {},
  stances: {},
  ...more,
});

/** The last `count` weeks. */
export const lastWeeks = (count: number, last = LAST_WEEK): string[] =>
  Array.from({ length: count }, (_, at) => weekOf(weekStart(last) - (count - 1 - at) * 7 * 86_400_000));

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
] as [number, number][];

/** A small city: one neighbourhood of 30 posts a week in a city of 100. */
export const cityParts = (id: string, { weeks = 8, hate = 5 } = {}): SnapshotParts => ({
  city: { id, names: { en: `City ${id}`, ar: `مدينة ${id}` }, languages: ['ara'], districts: {}, fictional: true },
  areas: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'port',
        properties: { names: { en: 'Port' }, district: null, population: null },
        geometry: { type: 'Polygon', coordinates: [SQUARE] },
      },
    ],
  },
  blocks: lastWeeks(weeks).flatMap((week): Block[] => [
    { area: null, weeks: [week, week], status: 'shown', figures: figures(100, hate) },
    { area: 'port', weeks: [week, week], status: 'shown', figures: figures(30, 2, { rungs: { mention: 30 } }) },
  ]),
  model: { name: 'marsad-lexicon', version: '0.4.0', measuredLanguages: ['ara', 'fra'] },
  rules: {},
  sources: [1, 2, 3].map((at) => ({
    id: `source-${at}`,
    name: `Source ${at}`,
    kind: 'website',
    events: [{ kind: 'added' as const, week: lastWeeks(weeks)[0] ?? LAST_WEEK }],
  })),
  counts: { posts: 100 * weeks, outcomes: { published: 100 * weeks }, itemsLeftOut: {}, documentsLeftOut: {} },
  profile: {
    names: { en: `City ${id}` },
    region: 'middle-east-and-north-africa',
    languages: ['ara'],
    resources: [
      {
        id: 'guide',
        kind: 'guidance',
        titles: {
          ar: 'دليل المدارس لمواجهة الكراهية',
          en: `Schools against hate, ${id}`,
          fr: 'L’école face à la haine',
        },
        languages: ['ara'],
        tags: ['schools'],
      },
    ],
  },
});

/** A city with keys of its own, which signs one version after the other. */
export const signingCity = (id: string) => {
  const pair = keyPairFrom(Buffer.from(sha256(`test key of ${id}`), 'hex'));
  const keys = firstKeySet(id, { root: [pair], signing: [pair] }, NOW);
  const notices: Envelope<Notice>[] = [];
  let version = 0;
  return {
    id,
    fingerprint: hashOfSigned(keys.signed),
    /** Signs a snapshot as the next version. */
    sign: (parts: SnapshotParts = cityParts(id), { now = NOW, audience = null as string | null, days = 60 } = {}) => {
      version += 1;
      const signing = { keySets: [keys], pairs: [pair], notices, version, audience, now, days };
      return signSnapshot(buildSnapshot(parts), signing).files;
    },
    /** Writes a notice; it goes along with everything that is signed after it, and as files by itself. */
    notify: (about: Pick<Notice, 'type' | 'versions'>): Map<string, Uint8Array> => {
      const notice: Notice = {
        ...about,
        city: id,
        number: notices.length + 1,
        reason: { en: 'A source was counted twice.' },
        issued: NOW.toISOString(),
      };
      notices.push(signed(notice, [pair]));
      return new Map([
        ['keys/1.json', envelopeBytes(keys)],
        ...notices.map((one): [string, Uint8Array] => [NOTICE_FILES.path(one.signed.number), envelopeBytes(one)]),
      ]);
    },
  };
};

/** Writes files as a package; returns its path. */
export const writePackage = async (
  folder: string,
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string> => {
  const path = join(folder, `${name}.zip`);
  await writeFile(path, await packageBytes(files));
  return path;
};
