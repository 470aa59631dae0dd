import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocksOf, buildSnapshot, packageBytes, tallyPosts } from '@marsad/observatory';
import {
  firstKeySet,
  hashOfSigned,
  keyPairFrom,
  lowerTier,
  openSnapshotFiles,
  signSnapshot,
} from '@marsad/observatory/snapshot';
import {
  type Block,
  PROTECTION_FLOOR,
  type Region,
  type SnapshotFigures,
  sha256,
  TIERS,
  type Tier,
  weekOf,
  weeksBetween,
} from '@marsad/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attackDifferences } from '../../../observatory/src/protect/attack/attack-differences.js';
import { attackMargins } from '../../../observatory/src/protect/attack/attack-margins.js';
import { type SyntheticCity, syntheticCity } from '../../../observatory/src/protect/attack/synthetic-city.js';
import { cellOf, PostsByCell } from '../../../observatory/src/protect/attack/true-cells.js';
import {
  addPackage,
  buildRegion,
  type Hub,
  initHub,
  inviteCity,
  openHub,
  passOn,
  readHubKey,
  writeHubKey,
} from '../../src/index.js';
import { reckonRegion } from '../reckoned-region.js';
import { NOW, writePackage } from '../signed-city.js';

const CITIES = 4;
const SNAPSHOTS = 6;

type Post = SyntheticCity['posts'][number]['post'];
interface Copy {
  from: string;
  tier: Tier;
  files: Map<string, Uint8Array>;
}
/** What truly happened in a city and every copy of every snapshot of it, wherever it lies. */
interface Attacked {
  id: string;
  posts: Post[][];
  copies: Copy[][];
}

let folder: string;
const hubs: Hub[] = [];
const attacked: Attacked[] = [];
const regions: { hub: string; region: Region }[] = [];

const figuresIn = (files: ReadonlyMap<string, Uint8Array>): SnapshotFigures =>
  JSON.parse(new TextDecoder().decode(files.get('figures.json'))) as SnapshotFigures;

const openNew = async (id: string): Promise<Hub> => {
  const path = join(folder, id);
  await initHub(path, { id, names: { en: id } });
  await writeHubKey(path, new Uint8Array(32).fill(id.length));
  const hub = await openHub(path);
  hubs.push(hub);
  return hub;
};

const take = async (hub: Hub, name: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const added = await addPackage(hub, await writePackage(folder, name, files), NOW);
  expect(added, JSON.stringify(added)).toMatchObject({ taken: true });
};

/** Hands what a hub holds of a city to the next hub, which takes it, and gives the attacker a copy at every wider tier. */
const handOn = async (from: Hub, to: Hub | undefined, city: string, tier: Tier): Promise<Copy> => {
  const out = join(folder, `${from.identity.id}-${city}-${tier}.zip`);
  const pair = await readHubKey(from.folder);
  await passOn(from, { city, tier, recipient: to?.identity.id ?? 'reader', out, pair, now: NOW });
  const files = await openSnapshotFiles(out);
  if (to) expect(await addPackage(to, out, NOW)).toMatchObject({ taken: true });
  return { from: from.identity.id, tier, files };
};

/** What narrower tiers tell beside the figures: what people wrote, and which posts were labelled. */
const besides = (known: readonly Post[], weeks: [string, string]) => ({
  context: {
    incidents: [
      {
        id: 'march',
        kind: 'demonstration' as const,
        week: weeks[0],
        area: 'area-00',
        titles: { en: 'A march' },
        source: { name: 'Gazette' },
        share: 'partner' as const,
        reshare: true,
      },
    ],
    interventions: [],
    notes: [
      {
        id: 'note',
        weeks,
        area: 'area-01',
        language: 'eng',
        text: 'Calm on the market.',
        share: 'restricted' as const,
      },
    ],
    narratives: [
      {
        id: 'rumour',
        signal: 'hate' as const,
        target: 'gender' as const,
        weeks,
        area: 'area-00',
        paraphrase: { en: 'A rumour about a school.' },
        examples: [{ language: 'eng', text: 'People say the school is to blame.' }],
        share: 'partner' as const,
      },
    ],
  },
  reviewSample: {
    samples: [
      {
        id: 'sample',
        design: 'random' as const,
        signal: 'hate',
        seed: 1,
        posts: known
          .slice(0, 20)
          .map(({ postId }) => sha256(postId))
          .sort(),
        labelled: 20,
        labels: { hate: 11 },
      },
    ],
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-hubs-'));
  const [first, second, third] = [await openNew('first'), await openNew('second'), await openNew('third')];
  for (let seed = 1; seed <= CITIES; seed += 1) {
    const id = `city-${seed}`;
    const { areas, posts, weeks } = syntheticCity(seed, SNAPSHOTS);
    const pair = keyPairFrom(Buffer.from(sha256(id), 'hex'));
    const keys = firstKeySet(id, { root: [pair], signing: [pair] }, NOW);
    const invitation = { city: id, fingerprint: hashOfSigned(keys.signed), now: NOW };
    for (const hub of [first, second, third]) await inviteCity(hub, invitation);
    const one: Attacked = { id, posts: [], copies: [] };
    attacked.push(one);
    let before: Block[] = [];
    for (let week = 0; week < weeks.length; week += 1) {
      const known = posts.flatMap(({ post, knownFrom }) => (knownFrom <= week ? [post] : []));
      const batches = async function* () {
        yield known;
      };
      before = blocksOf(await tallyPosts(batches(), { areas }), {}, { published: before });
      const snapshot = buildSnapshot({
        city: { id, names: { en: id }, languages: ['ara'], districts: {}, fictional: true },
        areas,
        blocks: before,
        model: { name: 'marsad-lexicon', version: '0.4.0', measuredLanguages: ['ara', 'fra', 'eng', 'amz'] },
        rules: {},
        sources: [{ id: 'source', name: 'Source', kind: 'website', events: [] }],
        counts: { posts: 0, outcomes: {}, itemsLeftOut: {}, documentsLeftOut: {} },
        lexicons: new Map([['own.json', Buffer.from('{"terms":["something"]}\n')]]),
        ...besides(known, [weeks[0] ?? '', weeks[1] ?? '']),
        tier: 'restricted',
      });
      const { files } = signSnapshot(snapshot, {
        keySets: [keys],
        pairs: [pair],
        notices: [],
        version: week + 1,
        audience: null,
        now: NOW,
        days: 60,
      });
      await take(first, `${id}-${week}`, files);
      const copies: Copy[] = [{ from: 'the city', tier: 'restricted', files }];
      copies.push({ from: 'the city', tier: 'public', files: lowerTier(files, 'public') });
      for (const tier of TIERS) copies.push(await handOn(first, tier === 'partner' ? second : undefined, id, tier));
      // The third hub is not given the last city, so that regions of both can be subtracted.
      copies.push(await handOn(second, seed < CITIES ? third : undefined, id, 'public'));
      if (seed < CITIES) copies.push(await handOn(third, undefined, id, 'public'));
      one.posts.push(known);
      one.copies.push(copies);
    }
  }
  for (const hub of [first, second, third]) regions.push({ hub: hub.identity.id, region: await buildRegion(hub, NOW) });
}, 120_000);

afterAll(async () => {
  for (const hub of hubs) await hub.close();
  await rm(folder, { recursive: true });
});

const isShared = (path: string): boolean =>
  !/^(?:partner|restricted|hops|attachments)\/|^datapackage\.json$/.test(path);

it('every copy at every tier in every hub holds the public files byte for byte as the city made them', () => {
  let compared = 0;
  for (const { copies } of attacked)
    for (const [own, ...others] of copies)
      for (const copy of others) {
        const paths = [...copy.files.keys()].filter(isShared);
        expect(paths).toEqual([...(own?.files.keys() ?? [])].filter(isShared));
        for (const path of paths)
          expect(Buffer.from(copy.files.get(path) ?? []).equals(own?.files.get(path) ?? Buffer.alloc(0)), path).toBe(
            true,
          );
        compared += 1;
      }
  expect(compared).toBeGreaterThan(100);
});

it('a copy holds no file of a narrower tier than it was made for', () => {
  for (const { copies } of attacked)
    for (const { tier, files } of copies.flat()) {
      const folders = TIERS.slice(TIERS.indexOf(tier) + 1);
      expect([...files.keys()].filter((path) => folders.some((narrow) => path.startsWith(`${narrow}/`)))).toEqual([]);
    }
});

it('the package of the same copy is the same bytes', async () => {
  const copy = attacked[0]?.copies[0]?.[1];
  const files = copy?.files ?? new Map<string, Uint8Array>();
  expect(Buffer.from(await packageBytes(files)).equals(await packageBytes(new Map([...files].reverse())))).toBe(true);
});

/** What regions tell of a city, as blocks: its series, sums of periods, and what is left when one hub's cities are taken from another's. */
const toldByRegions = (id: string): Block[] => {
  const shown = (weeks: readonly [string, string], posts: number): Block =>
    ({ area: null, weeks, status: 'shown', figures: { posts } }) as unknown as Block;
  const blocks: Block[] = [];
  for (const { region } of regions) {
    const city = region.cities.find((one) => one.id === id);
    for (const { weeks, figures } of city?.series ?? []) if (figures) blocks.push(shown(weeks, figures.posts));
    for (const { period, cities } of region.comparisons) {
      const row = cities.find((one) => one.id === id);
      const whole = row !== undefined && row.weeksCovered === periodLength(period.id);
      if (whole) blocks.push(shown(period.weeks, row.posts));
    }
  }
  return blocks;
};

const periodLength = (id: string): number => Number(id.split('-')[1]);

it('subtracting all figures of all tiers, hubs and regions from one another recovers no cell under the threshold', () => {
  const rules = { ...PROTECTION_FLOOR };
  const found: string[] = [];
  let tried = 0;
  for (const { id, posts, copies } of attacked) {
    const published = copies.flatMap((ofVersion, version) =>
      ofVersion.map(({ files }) => ({ blocks: figuresIn(files).blocks, posts: posts[version] ?? [] })),
    );
    published.push({ blocks: toldByRegions(id), posts: posts.at(-1) ?? [] });
    const differences = attackDifferences(published, rules);
    found.push(...differences.cells);
    tried += differences.attacked;
    for (const [version, known] of posts.entries()) {
      const blocks = figuresIn(copies[version]?.[0]?.files ?? new Map()).blocks;
      const margins = attackMargins(
        { blocks, districts: [], districtOf: new Map() },
        new PostsByCell(known, new Map()),
        rules,
      );
      found.push(...margins.cells);
      tried += margins.attacked;
    }
  }
  expect(tried).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it('the same attacker finds cells as soon as one hub tells a part of a block', () => {
  const found = attacked.flatMap(({ posts, copies }) => {
    const truth = posts.at(-1) ?? [];
    const { blocks } = figuresIn(copies.at(-1)?.[0]?.files ?? new Map());
    const cells = new PostsByCell(truth, new Map());
    const parts = blocks.flatMap((block): Block[] => {
      if (block.status !== 'shown' || block.weeks === null || block.weeks[0] === block.weeks[1]) return [];
      const part = weeksBetween(...block.weeks).slice(0, -1);
      const [first, last] = [part[0], part.at(-1)];
      const told = { ...block.figures, posts: cells.posts(block.area, part).length };
      return first && last ? [{ ...block, weeks: [first, last], figures: told }] : [];
    });
    return attackDifferences([{ blocks: [...blocks, ...parts], posts: truth }], PROTECTION_FLOOR).cells;
  });
  expect(found.length).toBeGreaterThan(0);
});

it('regions of two hubs, one with a city more, differ by what that city published and nothing else', () => {
  const [more, less] = [regions[1]?.region, regions[2]?.region];
  const last = `city-${CITIES}`;
  expect(more?.cities.map(({ id }) => id)).toContain(last);
  expect(less?.cities.map(({ id }) => id)).not.toContain(last);
  let compared = 0;
  for (const [at, comparison] of (more?.comparisons ?? []).entries()) {
    const other = less?.comparisons[at];
    for (const row of comparison.cities) {
      const same = other?.cities.find(({ id }) => id === row.id);
      if (row.id !== last) expect(same?.signals).toEqual(row.signals);
      else {
        const [first, end] = comparison.period.weeks;
        const published = more?.cities.find(({ id }) => id === last)?.series ?? [];
        const sum = published.reduce(
          (total, { weeks, figures }) => total + (figures && first <= weeks[0] && weeks[1] <= end ? figures.posts : 0),
          0,
        );
        expect(row.posts).toBe(sum);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(0);
});

it('a hub that holds restricted files says no more of the region than one that holds public ones', () => {
  const figuresOf = (region: Region | undefined) =>
    region && { cities: region.cities.map(({ series }) => series), comparisons: region.comparisons };
  const [restricted, partner] = [regions[0]?.region, regions[1]?.region];
  expect(restricted?.cities[0]?.timeline.at(-1)?.tier).toBe('restricted');
  expect(partner?.cities[0]?.timeline.at(-1)?.tier).toBe('partner');
  expect(JSON.stringify(figuresOf(restricted))).toBe(JSON.stringify(figuresOf(partner)));
});

/** The numbers in a value, each with the fields that lead to it. */
const numbersIn = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    numbersIn(inner, Array.isArray(value) ? path : `${path}.${field}`),
  );
};

it('narrower tiers add no number of posts, but how many of a sample were labelled and how', () => {
  const found = new Set<string>();
  const read = new Set<string>();
  for (const { copies } of attacked)
    for (const [path, bytes] of copies.flatMap((ofVersion) => [...(ofVersion[0]?.files ?? [])])) {
      if (!/^(?:partner|restricted)\/[^/]*\.json$/.test(path) || path.endsWith('/manifest.json')) continue;
      read.add(path);
      for (const number of numbersIn(JSON.parse(new TextDecoder().decode(bytes)))) found.add(`${path}${number}`);
    }
  expect([...read].sort()).toEqual([
    'partner/context.json',
    'partner/narratives.json',
    'restricted/notes.json',
    'restricted/review-sample.json',
  ]);
  const sample = 'restricted/review-sample.json.samples';
  expect([...found].sort()).toEqual([`${sample}.labelled`, `${sample}.labels.hate`, `${sample}.seed`]);
});

it('whoever has the list of a whole census learns how many posts the city hides, and of a sample learns nothing', () => {
  const hiddenBy = (listed: (posts: readonly Post[]) => number): string[] =>
    attacked.flatMap(({ id, posts, copies }) =>
      posts.flatMap((known, version) => {
        const { blocks } = figuresIn(copies[version]?.[0]?.files ?? new Map());
        const shown = blocks.filter(({ area, status }) => area === null && status === 'shown');
        const weeks = shown.flatMap((block) => (block.weeks ? weeksBetween(...block.weeks) : []));
        const told = shown.reduce((sum, block) => sum + (block.status === 'shown' ? block.figures.posts : 0), 0);
        const hidden = known.filter(({ publishedAt }) => !weeks.includes(weekOf(publishedAt ?? '')));
        if (cellOf(hidden, PROTECTION_FLOOR).underThreshold === false) return [];
        return Math.abs(listed(known) - told - hidden.length) <= 1
          ? [`${id}, version ${version}: ${hidden.length}`]
          : [];
      }),
    );
  expect(hiddenBy((known) => known.length).length).toBeGreaterThan(0);
  expect(hiddenBy((known) => Math.floor(known.length / 2))).toEqual([]);
});

it('a region is reckoned again from the public files of its cities', () => {
  for (const { region } of regions) {
    const blocks = new Map(
      attacked.map(({ id, copies }) => {
        const open = copies.at(-1)?.find(({ tier }) => tier === 'public');
        return [id, figuresIn(open?.files ?? new Map()).blocks];
      }),
    );
    expect(reckonRegion(region, blocks).rates).toBeGreaterThan(0);
  }
});
