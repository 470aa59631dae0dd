// Over 400 lines: one command over one corpus of lines, which its groups of facts share; apart, each would set it up again.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunCard } from '../../src/batch/run-card.js';
import { createAuthorKey } from '../../src/project/author-key.js';

const BIN = fileURLToPath(new URL('../../bin/marsad.js', import.meta.url));
const BOUNDARIES = fileURLToPath(new URL('../../../../fixtures/al-manar/neighbourhoods.geojson', import.meta.url));
const MINUTE = 60_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-classify-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const marsad = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'classify', ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
};
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const cardOf = (name: string): RunCard => JSON.parse(read(`${name}.run.json`));
const answers = (name: string): { id: string; error?: { code: string } }[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const HATE = 'Migrants are vermin and must be driven out of this town.';
const POSTS = [
  { id: 'a', text: HATE },
  { id: 'b', text: 'The library opens at nine on Saturdays and closes at noon.' },
  { id: 'c' },
  { id: 'd', text: 'La bibliothèque du quartier ouvre ses portes samedi matin à neuf heures.' },
  { id: 'e', text: '…' },
];
const jsonl = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('marsad classify IN -o OUT', () => {
  it('lays a run card beside the verdicts: model, hashes, counts, options', () => {
    write('posts.jsonl', jsonl(POSTS));
    expect(marsad('posts.jsonl', '-o', 'out.jsonl', '--engine', 'lexicon', '--threads', '0').status).toBe(0);
    const card = cardOf('out.jsonl');
    expect(card).toMatchObject({
      command: 'classify',
      marsad: '0.1.0',
      model: { name: 'marsad-lexicon', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      options: { engine: 'lexicon' },
      input: {
        name: 'posts.jsonl',
        bytes: statSync(join(folder, 'posts.jsonl')).size,
        sha256: createHash('sha256').update(read('posts.jsonl')).digest('hex'),
      },
      output: { name: 'out.jsonl', lines: 5 },
      rows: 5,
      judged: 3,
      errors: { 'empty-text': 1, 'no-text': 1 },
      languages: { eng: { posts: 2, withSignal: 1, signals: { hate: 1 } }, fra: { posts: 1, withSignal: 0 } },
    });
    expect(readdirSync(folder).sort()).toEqual(['out.jsonl', 'out.jsonl.run.json', 'posts.jsonl']);
  });

  it('writes the same card for the same input, but for the times, packed or not its hash is that of the file', () => {
    write('posts.jsonl', jsonl(POSTS));
    write('posts.jsonl.gz', gzipSync(jsonl(POSTS)));
    const timeless = (name: string) => ({ ...cardOf(name), begun: '', ended: '', output: '' });
    marsad('posts.jsonl', '-o', 'one.jsonl');
    marsad('posts.jsonl', '-o', 'two.jsonl', '--threads', '2');
    marsad('posts.jsonl.gz', '-o', 'three.jsonl');
    expect(timeless('two.jsonl')).toEqual(timeless('one.jsonl'));
    expect(cardOf('three.jsonl').input.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(join(folder, 'posts.jsonl.gz')))
        .digest('hex'),
    );
    expect(read('three.jsonl')).toBe(read('one.jsonl'));
  });

  it('marks languages in which the error of the model was never measured: in the verdict, the table and the card', () => {
    write(
      'posts.jsonl',
      jsonl([
        { id: 'a', text: HATE },
        { id: 'pl', text: 'To jest bardzo ładny dzień i jutro też będzie pogoda' },
      ]),
    );
    const { stderr } = marsad('posts.jsonl', '-o', 'out.jsonl', '--summary');
    const verdicts = read('out.jsonl').trimEnd().split('\n');
    expect(verdicts.map((line) => JSON.parse(line).unmeasured)).toEqual([undefined, true]);
    expect(stderr).toMatch(/^pol \(unmeasured\) +1 /m);
    expect(stderr).not.toContain('eng (unmeasured)');
    expect(cardOf('out.jsonl').languages.pol?.unmeasured).toBe(true);
  });

  it('ends with a table by language and signal when asked, on standard error', () => {
    write('posts.jsonl', jsonl(POSTS));
    const { status, stdout, stderr } = marsad('posts.jsonl', '-o', 'out.jsonl', '--summary');
    expect(status).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^language +posts +hate +extremism +polarisation +offensive +bridging +none$/m);
    expect(stderr).toMatch(/^eng +2 +1 +0 +0 +\d +0 +1$/m);
    expect(stderr).toMatch(/^all +3 +1 /m);
    expect(stderr).toContain('not judged: 2 rows');
    expect(marsad('posts.jsonl', '-o', 'out.jsonl').stderr).not.toContain('language');
    const again = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume', '--summary', '--json');
    expect(again.stderr).toContain('whole already');
    expect(again.stderr).toMatch(/^all +3 +1 /m);
    expect(JSON.parse(again.stdout)).toMatchObject({ alreadyWritten: 5, counts: { rows: 5, judged: 3 }, stages: [] });
    expect(marsad('posts.jsonl', '-o', 'out.jsonl', '--resume').stderr).not.toContain('language');
  });

  it('ends quietly when whoever reads its lines has gone', async () => {
    write('posts.jsonl', jsonl(Array.from({ length: 3000 }, (_, id) => ({ id: String(id), text: `${id} ${HATE}` }))));
    const child = spawn(process.execPath, [BIN, 'classify', 'posts.jsonl', '--engine', 'lexicon'], { cwd: folder });
    let said = '';
    child.stderr.on('data', (words: Buffer) => {
      said += words.toString('utf8');
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).not.toContain('EPIPE');
  });

  it('names in its help every engine that there is', () => {
    const { stderr } = marsad('posts.jsonl', '--engine', 'none');
    const engines = /Choose an engine that exists: (.+)\./.exec(stderr)?.[1]?.split(', ') ?? [];
    expect(engines.length).toBeGreaterThan(2);
    const { stdout } = marsad('--help');
    for (const engine of engines) expect(stdout).toContain(engine);
  });

  it(
    'is killed and goes on with --resume: the same lines and the same counts as in one run',
    async () => {
      const rows = Array.from({ length: 20_000 }, (_, id) => ({ id: String(id), text: `${id} ${HATE}` }));
      rows[7] = { id: '7', text: '' };
      write('posts.jsonl', jsonl(rows));
      expect(marsad('posts.jsonl', '-o', 'whole.jsonl').status).toBe(0);
      const child = spawn(process.execPath, [BIN, 'classify', 'posts.jsonl', '-o', 'out.jsonl', '--quiet'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const exited = once(child, 'exit');
      const part = join(folder, 'out.jsonl.part');
      while (child.exitCode === null && !(existsSync(part) && statSync(part).size > 0)) await delay(2);
      child.kill('SIGKILL');
      expect(await exited).toEqual([null, 'SIGKILL']);
      expect(existsSync(join(folder, 'out.jsonl'))).toBe(false);
      const resumed = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume');
      expect(resumed.stderr).toMatch(/going on after \d+ lines/);
      expect(resumed.status).toBe(0);
      expect(read('out.jsonl') === read('whole.jsonl')).toBe(true);
      const { rows: lines, judged, errors, languages, input } = cardOf('out.jsonl');
      const whole = cardOf('whole.jsonl');
      expect({ rows: lines, judged, errors, languages, input }).toEqual({
        rows: 20_000,
        judged: 19_999,
        errors: { 'no-text': 1 },
        languages: whole.languages,
        input: whole.input,
      });
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    },
    3 * MINUTE,
  );

  it('refuses to call an output whole that came from another input or other options, and leaves it', () => {
    write('posts.jsonl', jsonl(POSTS));
    write('other.jsonl', jsonl(POSTS.slice(1)));
    expect(marsad('posts.jsonl', '-o', 'out.jsonl').status).toBe(0);
    const lines = read('out.jsonl');
    const other = marsad('other.jsonl', '-o', 'out.jsonl', '--resume');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('what differs: the input (was posts.jsonl, is other.jsonl with other bytes)');
    expect(other.stderr).not.toContain('whole already');
    const option = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume', '--id', 'text');
    expect(option.status).toBe(2);
    expect(option.stderr).toContain('--id (was not given, is text)');
    expect(read('out.jsonl')).toBe(lines);
    rmSync(join(folder, 'out.jsonl.run.json'));
    expect(marsad('posts.jsonl', '-o', 'out.jsonl', '--resume').stderr).toContain('out.jsonl.run.json');
  });

  it('refuses to go on with another model or other options than the lines already written', () => {
    write('posts.jsonl', jsonl([...POSTS, ...POSTS]));
    expect(marsad('posts.jsonl', '-o', 'out.jsonl').status).toBe(0);
    write('out.jsonl.part', `${read('out.jsonl').split('\n').slice(0, 3).join('\n')}\n`);
    const { begun: _, ended: _e, input: _i, output: _o, ...rest } = cardOf('out.jsonl');
    const { rows: _r, judged: _j, errors: _x, languages: _l, ...head } = rest;
    write('out.jsonl.part.run.json', `${JSON.stringify(head, null, 2)}\n`);
    rmSync(join(folder, 'out.jsonl'));
    const other = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume', '--id', 'text');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('what differs: --id (was not given, is text)');
    expect(other.stderr).not.toContain('sha256');
    const engine = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume', '--engine', 'lexicon');
    expect(engine.stderr).toMatch(
      /what differs: model \(was marsad-open .+, is marsad-lexicon .+\); --engine \(was not given, is lexicon\)\n/,
    );
    expect(read('out.jsonl.part').split('\n')).toHaveLength(4);
    expect(marsad('posts.jsonl', '-o', 'out.jsonl', '--resume').status).toBe(0);
    rmSync(join(folder, 'out.jsonl'));
    write('out.jsonl.part', '');
    const without = marsad('posts.jsonl', '-o', 'out.jsonl', '--resume');
    expect(without.status).toBe(2);
    expect(without.stderr).toContain('out.jsonl.part.run.json');
  });
});

describe('lexicons of the user', () => {
  const entry = { kind: 'slur', target: 'nationality-migration', terms: ['zorgling(s)'], note: 'an invented slur' };
  const lexicon = (...entries: object[]): string =>
    JSON.stringify({ language: 'eng', source: 'own', licence: 'CC0-1.0', entries });
  const SLURRED = 'The zorglings are everywhere in this town';

  it('are read beside those that ship, and named on the run card', () => {
    write(
      'posts.jsonl',
      jsonl([
        { id: 'a', text: SLURRED },
        { id: 'b', text: HATE },
      ]),
    );
    write('own.json', lexicon(entry));
    write('more.json', lexicon({ ...entry, terms: ['flurbling(s)'] }));
    expect(marsad('posts.jsonl', '-o', 'plain.jsonl').status).toBe(0);
    expect(
      marsad('posts.jsonl', '-o', 'own.jsonl', '--engine', 'lexicon', '--lexicon', 'own.json', 'more.json').status,
    ).toBe(0);
    expect(cardOf('plain.jsonl').languages).toMatchObject({ eng: { signals: { hate: 1 } } });
    const { languages, model, options } = cardOf('own.jsonl');
    expect(languages).toMatchObject({ eng: { signals: { hate: 2 } } });
    expect(options).toEqual({ engine: 'lexicon', lexicon: ['own.json', 'more.json'] });
    expect(model.sha256).not.toBe(cardOf('plain.jsonl').model.sha256);
    expect(model.version).toContain('+lexicons.');
    expect(answers('own.jsonl')[0]).toMatchObject({ model: { version: model.version } });
  });

  it('stop the command with file and entry where they are wrong', () => {
    write('posts.jsonl', jsonl(POSTS));
    const pattern = { kind: 'pattern', signal: 'hate', expression: 'x(?=ahead)', note: 'looks ahead' };
    write('own.json', lexicon(entry, pattern));
    const { status, stderr } = marsad('posts.jsonl', '-o', 'out.jsonl', '--engine', 'lexicon', '--lexicon', 'own.json');
    expect(status).toBe(2);
    expect(stderr).toContain('own.json: entries[1], expression "x(?=ahead)"');
  });

  it('of a city are named in city.yaml; its posts are judged again when one changes', async () => {
    write(
      'city.yaml',
      JSON.stringify({
        id: 'town',
        names: { en: 'Town' },
        languages: ['eng'],
        boundaries: BOUNDARIES,
        classify: { lexicons: ['words/own.json'] },
      }),
    );
    mkdirSync(join(folder, 'words'));
    await createAuthorKey(join(folder, 'author.key'));
    write('posts.jsonl', jsonl([{ id: 'a', text: SLURRED, time: '2026-08-30T10:00:00Z' }]));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [BIN, ...args, '-c', 'city.yaml', '--json', '--quiet'], {
        encoding: 'utf8',
        cwd: folder,
      });
    const judgedBy = () => JSON.parse(run('classify').stdout).stages[0].in;
    expect(run('import', 'posts.jsonl').status).toBe(0);
    expect(run('classify').stderr).toContain('words/own.json');
    write('words/own.json', lexicon(entry));
    expect(judgedBy()).toBe(1);
    expect(judgedBy()).toBe(0);
    write('words/own.json', lexicon({ ...entry, note: 'another note' }));
    expect(judgedBy()).toBe(1);
    expect(run('doctor').stdout).toContain('lexicons');
    write('words/own.json', '{');
    expect(run('doctor').stdout).toContain('own.json');
  });
});

describe('bad input of marsad classify', () => {
  it('becomes an error line in place: no text, another shape, not JSON, too long, half a character', () => {
    const long = 'a '.repeat(500_001);
    write(
      'posts.jsonl',
      [
        JSON.stringify({ id: 'good', text: HATE }),
        JSON.stringify({ id: 'empty', text: '' }),
        '{"id": "cut", "text": "never clo',
        '["a list"]',
        JSON.stringify({ id: 'long', text: long }),
        '{"id": "half", "text": "half \\ud83d here"}',
        JSON.stringify({ id: 'last', text: HATE }),
      ].join('\n'),
    );
    expect(marsad('posts.jsonl', '-o', 'out.jsonl').status).toBe(0);
    expect(answers('out.jsonl').map(({ id, error }) => [id, error?.code])).toEqual([
      ['good', undefined],
      ['empty', 'no-text'],
      ['row-3', 'not-json'],
      ['row-4', 'not-an-object'],
      ['long', 'too-long'],
      ['half', 'broken-text'],
      ['last', undefined],
    ]);
    expect(cardOf('out.jsonl').errors).toEqual({
      'broken-text': 1,
      'no-text': 1,
      'not-an-object': 1,
      'not-json': 1,
      'too-long': 1,
    });
  });

  it('that is not UTF-8 is an error in its place and a warning, and the rows beside it are judged', () => {
    const latin = Buffer.from(`id;text;author\na;Les réfugiés doivent partir;x\nb;${HATE};René\n`, 'latin1');
    write('latin.csv', latin);
    const { status, stderr } = marsad('latin.csv', '-o', 'out.jsonl');
    expect(status).toBe(0);
    expect(stderr).toContain('latin.csv: 1 row is not in UTF-8 and not judged');
    expect(stderr).toContain('iconv -f windows-1252 -t utf-8');
    const [first, second] = answers('out.jsonl');
    expect(first).toMatchObject({ id: 'a', error: { code: 'not-utf-8' } });
    expect(JSON.stringify(first)).toContain('row 1 (line 2) holds bytes that are not UTF-8 (the first is e9)');
    expect(second).toMatchObject({ id: 'b', signals: [{ code: 'hate' }] });
    expect(cardOf('out.jsonl').errors).toEqual({ 'not-utf-8': 1 });
  });

  it('is judged as far as it is text: NUL does not hide the words beside it', () => {
    write(
      'posts.csv',
      Buffer.concat([
        Buffer.from(`id,text\na,"${HATE} \ufffd"\nb,"${HATE}\0\0"\nc,"\0"\nd,`),
        Buffer.from('plain words\n'),
      ]),
    );
    expect(marsad('posts.csv', '-o', 'out.jsonl').status).toBe(0);
    const lines = answers('out.jsonl');
    expect(lines.map(({ id, error }) => [id, error?.code])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', 'empty-text'],
      ['d', undefined],
    ]);
    expect(lines[0]).toMatchObject({ signals: [{ code: 'hate' }] });
    expect(lines[1]).toMatchObject({ signals: [{ code: 'hate' }] });
  });

  it('of a million characters is judged', () => {
    write('posts.jsonl', jsonl([{ id: 'long', text: `${'ordinary words '.repeat(66_000)}${HATE}` }]));
    expect(marsad('posts.jsonl', '-o', 'out.jsonl').status).toBe(0);
    expect(answers('out.jsonl')).toMatchObject([
      { id: 'long', language: { code: 'eng' }, model: { name: 'marsad-open' } },
    ]);
  });

  it('stops the command where there is no such column, and leaves nothing behind', () => {
    write('posts.csv', 'id,body\n1,words\n');
    const { status, stderr } = marsad('posts.csv', '-o', 'out.jsonl', '--text', 'txt');
    expect(status).toBe(2);
    expect(stderr).toContain('txt');
    expect(stderr).toContain('body');
    expect(stderr).toContain('--text');
    expect(readdirSync(folder)).toEqual(['posts.csv']);
  });

  it('stops the command where gzip data break off, and what was judged is kept', () => {
    const rows = Array.from({ length: 12_000 }, (_, id) => ({ id: String(id), text: `${id * 7919} words ${id}` }));
    const packed = gzipSync(jsonl(rows));
    write('posts.jsonl.gz', packed.subarray(0, Math.floor(packed.length / 2)));
    const { status, stderr } = marsad('posts.jsonl.gz', '-o', 'out.jsonl');
    expect(status).toBe(2);
    expect(stderr).toContain('posts.jsonl.gz');
    expect(stderr).toMatch(/gzip/);
    expect(existsSync(join(folder, 'out.jsonl'))).toBe(false);
    write('posts.jsonl.gz', packed);
    expect(marsad('posts.jsonl.gz', '-o', 'out.jsonl', '--resume').status).toBe(0);
    expect(answers('out.jsonl')).toHaveLength(12_000);
  });

  it('stops the command for a model of another version, saying which was expected', () => {
    write('posts.jsonl', jsonl(POSTS));
    write('model.json', JSON.stringify({ format: 'marsad-linear/99' }));
    const { status, stderr } = marsad('posts.jsonl', '-o', 'out.jsonl', '--engine', 'linear', '--model', './');
    expect(status).toBe(2);
    expect(stderr).toContain('marsad-linear/1');
    expect(stderr).toContain('marsad train');
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'posts.jsonl']);
  });
});
