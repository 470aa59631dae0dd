import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

let folder: string;
let config: string;
const marsad = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', ...env } });

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'marsad-doctor-')), 'city');
  config = join(folder, 'city.yaml');
  expect(marsad({}, 'init', folder, '--boundaries', BOUNDARIES).status).toBe(0);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('the doctor', () => {
  it('finds nothing wrong with a new city and says what is still to be done', () => {
    const { status, stderr } = marsad({}, 'doctor', '-c', config);
    expect(status).toBe(0);
    expect(stderr).toContain('18 neighbourhoods');
    expect(stderr).toMatch(/database: none yet/);
  });

  it('names a key that a source needs and the environment lacks', () => {
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace(
        'sources: []',
        'contact: a@city.example\nsources: [{ id: videos, kind: youtube, name: Videos, videos: [dQw4w9WgXcQ] }]',
      ),
    );
    const without = marsad({}, 'doctor', '-c', config);
    expect(without.status).toBe(1);
    expect(without.stderr).toContain('source videos: needs a key in YOUTUBE_API_KEY');
    expect(marsad({ YOUTUBE_API_KEY: 'x' }, 'doctor', '-c', config).status).toBe(0);
  });

  it('warns when others may read the author key', () => {
    chmodSync(join(folder, 'author.key'), 0o644);
    const { status, stderr } = marsad({}, 'doctor', '-c', config);
    expect(status).toBe(1);
    expect(stderr).toContain('chmod 600');
  });

  it('names the line of a mistake in the gazetteer', () => {
    appendFileSync(join(folder, 'gazetteer.csv'), 'atlantis,Atlantis,eng,name\n');
    const { status, stderr } = marsad({}, 'doctor', '-c', config);
    expect(status).toBe(1);
    expect(stderr).toMatch(/✗ gazetteer: gazetteer\.csv:2.*atlantis\n {4}→ .*--drop-unknown/);
    expect(stderr).toContain('✓ boundaries: 18 neighbourhoods');
    expect(stderr.match(/✗/g)).toHaveLength(1);
  });

  it('names boundaries that cannot be read once, and not the gazetteer', () => {
    writeFileSync(join(folder, 'neighbourhoods.geojson'), '{');
    const { status, stderr } = marsad({}, 'doctor', '-c', config);
    expect(status).toBe(1);
    expect(stderr).toMatch(/✗ boundaries: neighbourhoods\.geojson: expected JSON/);
    expect(stderr.match(/✗/g)).toHaveLength(1);
  });
});
