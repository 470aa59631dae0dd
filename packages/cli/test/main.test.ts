import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

/** Runs the real command in a process of its own. */
const marsad = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-main-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const initCity = (): void => {
  expect(marsad('init', 'city', '--boundaries', BOUNDARIES).status).toBe(0);
};

describe('marsad', () => {
  it('ends with 0 for help and version, 2 for a command it does not have', () => {
    expect(marsad('--help').status).toBe(0);
    expect(marsad('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const wrong = marsad('frobnicate');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("unknown command 'frobnicate'");
  });

  it('makes a city folder whole, with a key that only its owner may read', () => {
    initCity();
    expect(readdirSync(join(folder, 'city')).sort()).toEqual([
      'author.key',
      'city.yaml',
      'gazetteer.csv',
      'neighbourhoods.geojson',
    ]);
    expect(statSync(join(folder, 'city', 'author.key')).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['city']);
  });

  it('writes nothing over a folder that is in use, nor for boundaries it cannot use', () => {
    initCity();
    const again = marsad('init', 'city', '--boundaries', BOUNDARIES);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('new or empty');

    writeFileSync(
      join(folder, 'points.geojson'),
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { name: 'X' }, geometry: { type: 'Point', coordinates: [1, 2] } }],
      }),
    );
    const points = marsad('init', 'other', '--boundaries', 'points.geojson');
    expect(points.status).toBe(2);
    expect(points.stderr).toMatch(/Polygon/);
    expect(readdirSync(folder).sort()).toEqual(['city', 'points.geojson']);
  });

  it('refuses boundaries in metres and says how to mend them', () => {
    const metres = JSON.parse(readFileSync(BOUNDARIES, 'utf8')) as {
      features: { geometry: { type: string; coordinates: number[][][] } }[];
    };
    metres.features = metres.features.filter(({ geometry }) => geometry.type === 'Polygon').slice(0, 1);
    for (const { geometry } of metres.features) {
      geometry.coordinates = geometry.coordinates.map((ring) =>
        ring.map(([x = 0, y = 0]) => [x * 111_000, y * 111_000]),
      );
    }
    writeFileSync(join(folder, 'metres.geojson'), JSON.stringify(metres));
    const refused = marsad('init', 'city', '--boundaries', 'metres.geojson');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/WGS ?84|EPSG:4326/);
  });

  it('imports a CSV file, leaves out the row without text by its line, and counts nothing twice', () => {
    initCity();
    const rows = [
      'id,body,when',
      '1,"Le marché de la gare ouvre dimanche",2026-05-04T10:00:00Z',
      '2,,2026-05-04T10:00:00Z',
    ];
    writeFileSync(join(folder, 'posts.csv'), `${rows.join('\n')}\n`);
    const args = ['import', '-c', 'city/city.yaml', 'posts.csv', '--map', 'text=body,time=when', '--json'];
    const first = marsad(...args);
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/posts\.csv:3: left out: .*body/);
    expect(JSON.parse(first.stdout).stages[0]).toMatchObject({ in: 2, out: 1 });
    const second = JSON.parse(marsad(...args).stdout).stages[0];
    expect(second.out).toBe(0);
  });

  it('imports a folder of saved pages and a web archive, and counts what holds no page', () => {
    initCity();
    const page = (words: string): string =>
      `<!doctype html><html lang="fr"><head><title>${words}</title></head><body><h1>${words}</h1><p>${`${words}, dit la mairie aux habitants. `.repeat(4)}</p></body></html>`;
    mkdirSync(join(folder, 'saved', 'files'), { recursive: true });
    writeFileSync(join(folder, 'saved', 'one.html'), page('Le marché ouvre'));
    writeFileSync(join(folder, 'saved', 'two.htm'), '<html><body></body></html>');
    writeFileSync(join(folder, 'saved', 'files', 'logo.png'), 'PNG');
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('Le port ferme')}`;
    const record = (type: string, block: string): string =>
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: http://a.test/port\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
    const archive = gzipSync(record('request', 'GET /port HTTP/1.1') + record('response', answer));
    writeFileSync(join(folder, 'crawl.warc.gz'), archive);
    const { status, stdout, stderr } = marsad('import', '-c', 'city/city.yaml', 'saved', 'crawl.warc.gz', '--json');
    expect(stderr).toContain(`${join('saved', 'two.htm')}:1: left out: the page has no text that can be read`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).stages).toEqual([
      expect.objectContaining({ in: 2, out: 1, dropped: { 'no-text': 1 } }),
      expect.objectContaining({ in: 2, out: 1, dropped: { 'warc-request': 1 } }),
    ]);
    writeFileSync(join(folder, 'cut.warc.gz'), archive.subarray(0, archive.length - 30));
    const cut = marsad('import', '-c', 'city/city.yaml', 'cut.warc.gz');
    expect(cut.status).toBe(1);
    expect(cut.stderr).toContain('what came before was read');
  });

  it('names the columns there are when the asked one is missing', () => {
    initCity();
    writeFileSync(join(folder, 'posts.csv'), 'id,body\n1,hello\n');
    const refused = marsad('import', '-c', 'city/city.yaml', 'posts.csv', '--map', 'text=content');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('content');
    expect(refused.stderr).toContain('body');
    const sources = (): string => marsad('doctor', '-c', 'city/city.yaml').stderr;
    expect(sources()).not.toContain('file-posts');
    expect(marsad('import', '-c', 'city/city.yaml', 'posts.csv').status).toBe(0);
    expect(sources()).toContain('file-posts');
  });

  it('names file, line and field of a mistake in city.yaml', () => {
    initCity();
    const path = join(folder, 'city', 'city.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nsauces: []\n`);
    const refused = marsad('run', '-c', 'city/city.yaml');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/city\/city\.yaml:\d+: .*unknown key "sauces"/);
  });

  it('writes no half snapshot and says what to do when nothing was judged', () => {
    initCity();
    const refused = marsad('snapshot', 'create', '-c', 'city/city.yaml');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('marsad import');
    expect(readdirSync(join(folder, 'city'))).not.toContain('snapshot');
  });

  it('judges rows from file to file: as many lines out as in, errors in their place', () => {
    writeFileSync(
      join(folder, 'in.jsonl'),
      '{"id":"a","text":"good morning neighbours"}\n{"id":"b"}\n{"id":"c","text":"bonjour à tous"}\n',
    );
    const done = marsad('classify', 'in.jsonl', '-o', 'out.jsonl', '--json');
    expect(done.status).toBe(0);
    const lines = readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(lines[1].error.code).toBeTypeOf('string');
    expect(Object.keys(lines[0].probabilities).sort()).toEqual([
      'bridging',
      'extremism',
      'hate',
      'offensive',
      'polarisation',
    ]);
    expect(JSON.parse(done.stdout).stages[0]).toMatchObject({ name: 'classify', in: 3, out: 2 });
  });

  it('never writes its output over its input, nor where there is no folder', () => {
    writeFileSync(join(folder, 'in.jsonl'), '{"id":"a","text":"good morning"}\n');
    const over = marsad('classify', 'in.jsonl', '-o', './in.jsonl');
    expect(over.status).toBe(2);
    expect(readFileSync(join(folder, 'in.jsonl'), 'utf8')).toContain('good morning');
    const nowhere = marsad('detect-language', 'in.jsonl', '-o', 'nowhere/out.jsonl');
    expect(nowhere.status).toBe(2);
    expect(nowhere.stderr).toContain('expected the folder nowhere to exist');
  });

  it('names the fields a map may have', () => {
    initCity();
    writeFileSync(join(folder, 'posts.csv'), 'id,body\n1,hello there\n');
    const refused = marsad('import', '-c', 'city/city.yaml', 'posts.csv', '--map', 'text=body,tiem=id');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/expected one of text, .*time.* got "tiem"/);
  });
});
