import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { snapshotAreas, snapshotFigures } from '@marsad/records';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../map-ui/test/out/read-csv.js';
import { buildSnapshot } from '../../src/snapshot/build-snapshot.js';
import { dataPackageProfile } from './data-package-profile.js';
import { fullParts } from './full-parts.js';
import { parts } from './parts.js';

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files.get(path));
const descriptorOf = (files: ReadonlyMap<string, Uint8Array>) =>
  dataPackageProfile.parse(JSON.parse(textOf(files, 'datapackage.json')));
interface Table {
  fields: object[];
}
interface Descriptor {
  resources: { name?: string; path?: string; schema?: Table }[];
}
/** The first table with a block in it. */
const tableOf = ({ resources }: Descriptor): Table =>
  resources.find(({ name }) => name === 'signals')?.schema ?? { fields: [] };
const rowsOf = (files: ReadonlyMap<string, Uint8Array>, table: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(textOf(files, `data/${table}.csv`), ',');
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? 'no such column'])));
};

describe('datapackage.json', () => {
  it.each([
    ['a small snapshot', parts()],
    ['one with everything in it, in three tiers', fullParts()],
  ])('is a Data Package v2 for %s', (_, given) => {
    const files = buildSnapshot(given);
    const { resources } = descriptorOf(files);
    const described = resources.map(({ path }) => path);
    const unlisted = ['datapackage.json', 'manifest.json.sha256'];
    expect(described.toSorted()).toEqual([...files.keys()].filter((path) => !unlisted.includes(path)).sort());
    for (const { path, bytes } of resources) expect(files.get(path)?.length, path).toBe(bytes);
  });

  it.each<[string, (descriptor: Descriptor) => void]>([
    ['a resource without a path', ({ resources: [first] }) => delete first?.path],
    [
      'a path that leads out of the package',
      ({ resources: [first] }) => Object.assign(first ?? {}, { path: '../a.csv' }),
    ],
    [
      'two resources of one name',
      ({ resources: [first, second] }) => Object.assign(second ?? {}, { name: first?.name }),
    ],
    ['a hash of no form', ({ resources: [first] }) => Object.assign(first ?? {}, { hash: 'sha256' })],
    ['a type of field that there is not', (of) => Object.assign(tableOf(of).fields[0] ?? {}, { type: 'text' })],
    [
      'categories of numbers',
      (of) => Object.assign(tableOf(of).fields[0] ?? {}, { type: 'integer', categories: ['1'] }),
    ],
    ['texts and objects mixed', (of) => Object.assign(tableOf(of), { missingValues: ['', { value: '-' }] })],
    ['a key of no field', (of) => Object.assign(tableOf(of), { primaryKey: ['nothing'] })],
    [
      'a foreign key that leads nowhere',
      (of) =>
        Object.assign(tableOf(of), {
          foreignKeys: [{ fields: ['block'], reference: { resource: 'x', fields: ['y'] } }],
        }),
    ],
    ['a property that nobody held against the standard', (of) => Object.assign(of, { homepage: 'no address' })],
  ])('would not be one with %s', (_, change) => {
    const descriptor: Descriptor = JSON.parse(textOf(buildSnapshot(fullParts()), 'datapackage.json'));
    expect(dataPackageProfile.safeParse(descriptor).success).toBe(true);
    change(descriptor);
    expect(dataPackageProfile.safeParse(descriptor).success).toBe(false);
  });

  it('of every format that ever described itself is one', async () => {
    const folder = fileURLToPath(new URL('../../../../fixtures/snapshots/', import.meta.url));
    for (const version of ['1.3.0', '1.4.0']) {
      const text = await readFile(`${folder}${version}/datapackage.json`, 'utf8');
      expect(dataPackageProfile.safeParse(JSON.parse(text)).error, version).toBeUndefined();
    }
  });

  it('names who made it, under which terms, and from which sources', () => {
    const { contributors, licenses, sources, tier } = descriptorOf(buildSnapshot(fullParts()));
    expect(contributors).toEqual([
      {
        title: 'Office for social cohesion',
        organization: 'Test city',
        roles: ['creator', 'contact'],
        email: 'cohesion@city.example',
        path: 'https://city.example/cohesion',
      },
    ]);
    expect(licenses).toEqual([{ name: 'CC-BY-4.0' }]);
    expect(sources).toEqual([{ title: 'Feed' }, { title: 'أخبار' }]);
    expect(tier).toBe('restricted');
    expect(descriptorOf(buildSnapshot(parts())).licenses).toBeUndefined();
  });

  it('describes tables whose header, keys, types, codes and silences hold for every row', () => {
    const files = buildSnapshot(fullParts());
    const { resources } = descriptorOf(files);
    const tables = resources.flatMap(({ schema, path, name }) => (schema ? [{ schema, path, name }] : []));
    expect(tables).toHaveLength(18);
    const values = new Map(tables.map(({ name }) => [name, rowsOf(files, name)]));
    for (const { schema, name } of tables) {
      const rows = values.get(name) ?? [];
      expect(textOf(files, `data/${name}.csv`).split('\r\n')[0]).toBe(schema.fields.map((of) => of.name).join(','));
      const missing = (schema.missingValues ?? []).map((of) => (typeof of === 'string' ? of : of.value));
      for (const { name: column, type, categories } of schema.fields) {
        const codes = categories?.map((of) => (typeof of === 'string' ? of : of.value));
        for (const row of rows) {
          const cell = row[column] ?? 'no such column';
          if (missing.includes(cell)) continue;
          if (codes) expect(codes, `${name}.${column}`).toContain(cell);
          if (type === 'integer') expect(cell, `${name}.${column}`).toMatch(/^-?\d+$/);
          if (type === 'number') expect(Number.isFinite(Number(cell)), `${name}.${column}: ${cell}`).toBe(true);
          if (type === 'boolean') expect(['true', 'false'], `${name}.${column}`).toContain(cell);
        }
      }
      const { primaryKey, foreignKeys = [] } = schema;
      if (primaryKey)
        expect(new Set(rows.map((row) => primaryKey.map((key) => row[key]).join(' '))).size, name).toBe(rows.length);
      for (const { fields, reference } of foreignKeys) {
        const [own = '', other = ''] = [...fields, ...reference.fields];
        const known = new Set((values.get(reference.resource ?? '') ?? []).map((row) => row[other]));
        for (const row of rows) expect(known, `${name}.${own}`).toContain(row[own]);
      }
    }
  });
});

describe('the tables', () => {
  it('tell each of the three silences by its own word, and none of them as nought', () => {
    const given = parts();
    given.blocks = given.blocks.map((block) =>
      block.area === 'b' ? { ...block, status: 'suppressed', reason: 'protects-another-cell' } : block,
    );
    const { areas } = given;
    const [first] = areas.features;
    if (first) areas.features.push({ ...first, id: 'c', properties: { ...first.properties } });
    const files = buildSnapshot(given);
    expect(rowsOf(files, 'blocks').map(({ area, status, posts }) => [area, status, posts])).toEqual([
      ['', 'shown', '40'],
      ['a', 'shown', '12'],
      ['a', 'suppressed', 'suppressed-primary'],
      ['b', 'suppressed', 'suppressed-complementary'],
      ['c', 'no-data', 'not-collected'],
    ]);
  });

  it('hold every number of the figures', () => {
    const files = buildSnapshot(fullParts());
    const figures = snapshotFigures.parse(JSON.parse(textOf(files, 'figures.json')));
    const shown = figures.blocks.flatMap((block) => (block.status === 'shown' ? [block] : []));
    const sum = (rows: Record<string, string>[]): number =>
      rows.reduce((total, { posts }) => total + (Number(posts) || 0), 0);
    const added = (lists: Readonly<Partial<Record<string, number>>>[]): number =>
      lists.flatMap((list) => Object.values(list)).reduce<number>((total, posts) => total + (posts ?? 0), 0);
    const ofBlocks = (name: string) => rowsOf(files, name).filter(({ level }) => level !== 'district');
    expect(sum(ofBlocks('signals'))).toBe(added(shown.map((block) => block.figures.flagged)));
    expect(sum(ofBlocks('targets'))).toBe(added(shown.flatMap((block) => Object.values(block.figures.targets))));
    expect(sum(ofBlocks('languages'))).toBe(added(shown.map((block) => block.figures.languages)));
    expect(sum(ofBlocks('rungs'))).toBe(added(shown.map((block) => block.figures.rungs)));
    expect(rowsOf(files, 'severities').map(({ severity, posts }) => [severity, posts])).toEqual([['2', '15']]);
    expect(rowsOf(files, 'overall').map(({ area, rate }) => [area, Number(rate)])).toEqual([
      ['', 0.11],
      ['a', 0.3],
    ]);
    expect(rowsOf(files, 'estimates')).toHaveLength(2);
    expect(rowsOf(files, 'clusters')).toHaveLength(1);
    expect(rowsOf(files, 'panel')).toHaveLength(1);
    expect(rowsOf(files, 'changes')).toHaveLength(1);
  });

  it('hold no text that a spreadsheet takes for a formula', () => {
    const given = parts();
    for (const [at, name] of ['=cmd()', ' ＝1+1', '@sum', '+1', '\u200f-1'].entries())
      given.sources.push({ id: `s-${at}`, name, kind: 'feed', events: [] });
    const names = rowsOf(buildSnapshot(given), 'sources').map(({ name }) => name);
    expect(names).toEqual(['Feed', 'أخبار', "'=cmd()", "' ＝1+1", "'@sum", "'+1", "'\u200f-1"]);
  });
});

describe('areas.topojson', () => {
  it('holds the same areas, with borders within a step of the outlines, in fewer bytes for a real city', async () => {
    const given = parts();
    const path = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));
    const areas = snapshotAreas.parse(JSON.parse(await readFile(path, 'utf8')));
    const files = buildSnapshot({ ...given, areas, blocks: given.blocks.slice(0, 1) });
    const topology = JSON.parse(textOf(files, 'areas.topojson'));
    const back = feature(topology, topology.objects.areas) as unknown as typeof areas;
    const ids = areas.features.map(({ id }) => id).sort();
    expect(back.features.map(({ id }) => id)).toEqual(ids);
    const corners = (value: unknown): number[] =>
      Array.isArray(value) ? value.flatMap(corners) : typeof value === 'number' ? [value] : [];
    const extent = (of: typeof areas, id: string): number[] => {
      const all = corners(of.features.find((area) => area.id === id)?.geometry.coordinates);
      const x = all.filter((_, at) => at % 2 === 0);
      const y = all.filter((_, at) => at % 2 === 1);
      return [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
    };
    for (const id of ids)
      extent(back, id).forEach((edge, at) => {
        expect(edge).toBeCloseTo(extent(areas, id)[at] ?? Number.NaN, 5);
      });
    expect(files.get('areas.topojson')?.length).toBeLessThan(files.get('areas.geojson')?.length ?? 0);
  });
});
