import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Block, type Signal, type StageReport, snapshotFigures } from '@marsad/records';
import { openStore, type PlacedPost } from '@marsad/store';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const README = fileURLToPath(new URL('../../../../README.md', import.meta.url));
const LABELS = fileURLToPath(new URL('../../../../fixtures/al-manar/labels.csv', import.meta.url));

interface DemoReport {
  snapshot: { path: string; sha256: string };
  violations: string[];
  stages: StageReport[];
}

interface Label {
  url: string;
  signals: string;
  stance: string;
  neighbourhood: string;
}

let work: string;
const demo = (env: Record<string, string> = {}): DemoReport => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, 'demo', '--no-serve', '--json', '--quiet', '--work', work],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout);
};
const marsad = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });

let first: DemoReport;
let labels: Map<string, Label>;
const posts: PlacedPost[] = [];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-demo-'));
  first = demo();
  const rows: Label[] = parse(readFileSync(LABELS), { columns: true });
  labels = new Map(rows.map((label) => [label.url, label]));
  const store = await openStore(join(work, 'data', 'marsad.sqlite'), { mustExist: true });
  for await (const page of store.placedPosts()) posts.push(...page);
  await store.close();
  // The whole path, beside other tests on the same cores.
}, 300_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const listed = (text: string): string[] => text.split(';').filter((item) => item !== '');
const labelOf = (post: PlacedPost): Label => {
  const label = labels.get(post.locator);
  if (!label) throw new Error(`no label for ${post.locator}`);
  return label;
};

/** Precision and recall of sets of codes against the intended truth. */
const agreement = (pairs: readonly { found: readonly string[]; meant: readonly string[] }[]) => {
  let right = 0;
  let found = 0;
  let meant = 0;
  for (const pair of pairs) {
    right += pair.found.filter((code) => pair.meant.includes(code)).length;
    found += pair.found.length;
    meant += pair.meant.length;
  }
  return { precision: right / found, recall: right / meant };
};

describe('the demo', () => {
  it('corrects its shares by labels of a random sample, which hold the truth of most of all posts', () => {
    const { overall = [] } = snapshotFigures.parse(
      JSON.parse(readFileSync(join(first.snapshot.path, 'figures.json'), 'utf8')),
    );
    const city = overall.find(({ area }) => area === null)?.estimates;
    expect(city?.hate).toMatchObject({ method: 'labels', labels: 400, tooFewLabels: false });
    const meant = [...labels.values()].filter(
      ({ signals, stance }) => listed(signals).includes('hate') && ['endorsing', 'unclear'].includes(stance),
    );
    const truth = meant.length / labels.size;
    expect(city?.hate?.low).toBeLessThan(truth);
    expect(city?.hate?.high).toBeGreaterThan(truth);
  });

  it('stores every labelled post once and accounts for everything', () => {
    expect(posts.map(({ locator }) => locator).sort()).toEqual([...labels.keys()].sort());
    expect(first.violations).toEqual([]);
    for (const stage of first.stages) {
      const dropped = Object.values(stage.dropped).reduce((sum, count) => sum + count, 0);
      expect([stage.name, stage.in]).toEqual([stage.name, stage.out + dropped]);
    }
    expect(first.stages.map(({ name }) => name)).toEqual([
      'fetch',
      'collect',
      'classify',
      'place',
      'tally',
      'snapshot',
    ]);
  });

  it('counts what the README says it counts', () => {
    const of = (name: string): StageReport | undefined => first.stages.find((stage) => stage.name === name);
    const placed = of('place');
    const tallied = of('tally');
    const nowhere = (placed?.in ?? 0) - (placed?.out ?? 0);
    const hidden = (tallied?.in ?? 0) - (tallied?.out ?? 0) - nowhere;
    const text = readFileSync(README, 'utf8').replace(/\s+/g, ' ');
    expect(text).toContain(
      `Of the demo's ${placed?.in} posts ${placed?.out} name a neighbourhood and ${tallied?.out} stand in a shown figure: ` +
        `\`tally\` drops the ${nowhere} that name none and ${hidden} whose figures are hidden.`,
    );
  });

  it('collects nothing new the second time and writes the same snapshot, in any time zone and language', () => {
    const second = demo({ TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' });
    expect(second.stages.find(({ name }) => name === 'collect')).toMatchObject({ out: 0 });
    expect(second.snapshot.sha256).toBe(first.snapshot.sha256);
  });

  it('leaves a snapshot that verify calls whole, and names the file when one byte changes', () => {
    const { path } = first.snapshot;
    expect(marsad('snapshot', 'verify', path).status).toBe(0);
    const file = join(path, 'figures.json');
    const genuine = readFileSync(file);
    const forged = Buffer.from(genuine);
    forged[forged.length >> 1] = (forged[forged.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, forged);
    const verdict = marsad('snapshot', 'verify', path);
    writeFileSync(file, genuine);
    expect(verdict.status).toBe(1);
    expect(verdict.stderr).toContain('figures.json');
  });

  it('shows figures of nearly every neighbourhood, and of the hidden ones no number in snapshot or report', () => {
    const { blocks }: { blocks: Block[] } = JSON.parse(readFileSync(join(first.snapshot.path, 'figures.json'), 'utf8'));
    const shown = new Set(blocks.flatMap(({ area, status }) => (status === 'shown' && area !== null ? [area] : [])));
    expect(shown.size).toBeGreaterThanOrEqual(16);
    expect(blocks.some(({ area, status }) => area === null && status === 'shown')).toBe(true);
    const hidden = blocks.filter(({ status }) => status === 'suppressed');
    expect(hidden.length).toBeGreaterThan(10);
    for (const block of hidden) expect(Object.keys(block).sort()).toEqual(['area', 'reason', 'status', 'weeks']);
    const { counts } = JSON.parse(readFileSync(join(first.snapshot.path, 'manifest.json'), 'utf8'));
    expect(Object.keys(counts.outcomes).sort()).toEqual(['outside', 'published']);
    for (const count of Object.values(counts.outcomes)) expect(Number(count) % 10).toBe(0);
    const tally = first.stages.find(({ name }) => name === 'tally');
    expect(Object.keys(tally?.dropped ?? {})).toEqual(['outside']);
    expect(JSON.stringify(first.stages.filter(({ name }) => name !== 'snapshot'))).not.toMatch(/suppressed|too-few/);
  });

  it('is called healthy by the doctor', () => {
    const { status, stderr } = marsad('doctor', '-c', join(work, 'city.yaml'));
    expect(stderr).toContain('every document, item and post is in one state');
    expect(status).toBe(0);
  });

  it('keeps no name, handle, address or number of a person anywhere in its database', () => {
    const bytes = readFileSync(join(work, 'data', 'marsad.sqlite')).toString('latin1');
    for (const trace of ['harbour_cat', '@exemple.test', '0600 000 000']) expect(bytes).not.toContain(trace);
  });

  it('places posts where their texts say', () => {
    const { precision, recall } = agreement(
      posts.map((post) => ({
        found: post.placements.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])),
        meant: listed(labelOf(post).neighbourhood),
      })),
    );
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('never takes a text about hate for hate', () => {
    const about = posts.filter((post) => labelOf(post).stance === 'reporting');
    expect(about.length).toBeGreaterThan(50);
    const hostile: readonly Signal[] = ['hate', 'extremism', 'polarisation', 'offensive'];
    const mistaken = about.filter(({ verdict }) => verdict?.signals.some(({ code }) => hostile.includes(code)));
    expect(mistaken.map(({ locator }) => locator)).toEqual([]);
  });

  // Floors a change may not fall below. The lexicons were written with these texts in sight, so they say that nothing was
  // lost, not how well the model does elsewhere (its card says that). Bridging lives in what people do, not in set phrases.
  it.each<[Signal, number, number]>([
    ['hate', 0.95, 0.9],
    ['extremism', 0.9, 0.9],
    ['polarisation', 0.85, 0.9],
    ['offensive', 0.9, 0.75],
    ['bridging', 0.85, 0.33],
  ])(
    'finds %s where it was meant, with precision of at least %f and recall of at least %f',
    (signal, leastPrecision, leastRecall) => {
      const { precision, recall } = agreement(
        posts.map((post) => ({
          found: (post.verdict?.signals ?? []).map(({ code }) => code).filter((code) => code === signal),
          meant: listed(labelOf(post).signals).filter((code) => code === signal),
        })),
      );
      expect(precision).toBeGreaterThanOrEqual(leastPrecision);
      expect(recall).toBeGreaterThanOrEqual(leastRecall);
    },
  );
});
