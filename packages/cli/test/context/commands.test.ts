import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));

let folder: string;
let config: string;
const marsad = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
const inCity = (name: string): string => join(folder, 'city', name);
const given = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-context-'));
  config = inCity('city.yaml');
  expect(marsad('init', inCity(''), '--boundaries', BOUNDARIES).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTE = { id: 'square', weeks: ['2026-W20', '2026-W21'], area: 'el-mahatta', language: 'fra' };

describe('what people know of a city', () => {
  it('is not taken before city.yaml names a file for it', () => {
    const { status, stderr } = marsad('note', 'import', given('n.jsonl', ''), '-c', config);
    expect(status).toBe(2);
    expect(stderr).toContain('context: { notes: notes.jsonl }');
    appendFileSync(config, 'context: { notes: notes.jsonl, incidents: incidents.csv, narratives: stories.jsonl }\n');
  });

  it('is taken with what leads to a person taken out, and what cannot be taken is named by line', () => {
    const lines = [
      { ...NOTE, text: 'On m’a dit d’appeler le 06 12 34 56 78.', share: 'public' },
      { ...NOTE, id: 'elsewhere', area: 'atlantis', text: 'x' },
    ];
    const file = given('n.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { status, stderr, stdout } = marsad('note', 'import', file, '-c', config, '--json');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'n.jsonl:2: left out: elsewhere: area: expected the id of a neighbourhood, got "atlantis"',
    );
    expect(JSON.parse(stdout).notes).toMatchObject({ added: 1, changed: 0, known: 0, redacted: 1 });
    const kept = readFileSync(inCity('notes.jsonl'), 'utf8');
    expect(kept).not.toContain('06 12');
    expect(kept).not.toContain('elsewhere');
    expect(existsSync(inCity('notes.jsonl.part'))).toBe(false);
  });

  it('is known the second time, and replaced by an entry of the same id', () => {
    const again = JSON.parse(
      marsad('note', 'import', given('n.jsonl', JSON.stringify({ ...NOTE, text: 'Calme.' })), '-c', config, '--json')
        .stdout,
    );
    expect(again.notes).toMatchObject({ added: 0, changed: 1 });
    const third = marsad('note', 'import', join(folder, 'n.jsonl'), '-c', config, '--json');
    expect(third.status).toBe(0);
    expect(JSON.parse(third.stdout).notes).toMatchObject({ added: 0, changed: 0, known: 1 });
  });

  it('is listed in order of time', () => {
    const { stdout, status } = marsad('note', 'list', '-c', config);
    expect(status).toBe(0);
    expect(stdout).toBe('2026-W20..2026-W21  el-mahatta  none  square  (fra) Calme.\n');
  });

  it('is found wrong by check and doctor, with line and field', () => {
    writeFileSync(inCity('incidents.csv'), 'id,kind,week,area,title_en,source\na,clash,2026,,T,G\n');
    for (const words of [['incident', 'check'], ['doctor']]) {
      const { status, stderr } = marsad(...words, '-c', config);
      expect(status).toBe(1);
      expect(stderr).toMatch(/incidents\.csv:2: week: expected an ISO week/);
    }
    rmSync(inCity('incidents.csv'));
  });

  it('holds no narrative that repeats a post, which the snapshot leaves out too', () => {
    const post = 'they take our jobs and the flats of our children';
    marsad('import', '-c', config, given('posts.csv', `id,text,time\n1,${post},2026-04-01T10:00:00Z\n`), '--quiet');
    const story = {
      id: 'jobs',
      signal: 'hate',
      weeks: ['2026-W14', '2026-W14'],
      area: null,
      paraphrase: { en: 'Newcomers are blamed.' },
      examples: [{ language: 'eng', text: `One says ${post}.` }],
      share: 'partner',
    };
    expect(marsad('narrative', 'import', given('s.jsonl', JSON.stringify(story)), '-c', config).status).toBe(0);
    const { status, stderr } = marsad('narrative', 'check', '-c', config);
    expect(status).toBe(1);
    expect(stderr).toContain('jobs: repeats "they take our jobs and the"');
    for (const stage of ['classify', 'place', 'tally']) expect(marsad(stage, '-c', config, '--quiet').status).toBe(0);
    const made = marsad('snapshot', 'create', '-c', config);
    expect(made.status).toBe(0);
    expect(made.stderr).toContain('narrative jobs is left out');
  });
});
