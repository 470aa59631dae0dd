import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFixtureWeb } from '../../src/demo/fixture-web.js';
import { ask, startSmallWeb } from './small-web.js';

const CITY = fileURLToPath(new URL('../../../../fixtures/al-manar/', import.meta.url));
const FILES = ['akhbar', 'gazette', 'forum', 'social'];

describe('the small public web', () => {
  it('chooses the site by the Host header', async () => {
    const web = await startSmallWeb();
    expect((await ask(web, 'http://akhbar.al-manar.test/')).text).toContain('lang="ar" dir="rtl"');
    expect((await ask(web, 'http://FORUM.al-manar.test:80/')).text).toContain('Forum Al-Manar');
    expect((await ask(web, 'http://elsewhere.test/')).status).toBe(421);
  });

  it('dials loopback for its own hosts on port 80 and for nothing else', async () => {
    const web = await startSmallWeb();
    for (const name of FILES) {
      expect(web.dial(`${name}.al-manar.test`, 80)).toEqual({ host: '127.0.0.1', port: web.port });
    }
    expect(web.dial('akhbar.al-manar.test', 443)).toBeUndefined();
    expect(web.dial('example.org', 80)).toBeUndefined();
  });

  it('counts every request, answers HEAD without a body and refuses other methods', async () => {
    const web = await startSmallWeb();
    const head = await ask(web, 'http://gazette.al-manar.test/rss.xml', { method: 'HEAD' });
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
    expect((await ask(web, 'http://gazette.al-manar.test/rss.xml', { method: 'POST' })).status).toBe(405);
    expect(web.requests()).toBe(2);
  });

  it('answers 404 for what a site does not have', async () => {
    const web = await startSmallWeb();
    for (const address of [
      'http://akhbar.al-manar.test/article/none.html',
      'http://akhbar.al-manar.test/section/%E0%A4%A',
      'http://gazette.al-manar.test/2026/none',
      'http://forum.al-manar.test/t/none?page=1',
      'http://forum.al-manar.test/u/%E0%A4%A',
      'http://social.al-manar.test/@zineb/1',
      'http://social.al-manar.test/api/v1/none',
    ]) {
      expect([address, (await ask(web, address)).status]).toEqual([address, 404]);
    }
  });

  it('gives the same bytes for the same address every time', async () => {
    const [one, two] = [await startSmallWeb(), await startSmallWeb()];
    for (const address of [
      'http://akhbar.al-manar.test/sitemap-2026-q3.xml.gz',
      'http://forum.al-manar.test/t/tram-works?page=2',
    ]) {
      expect((await ask(one, address)).bytes.equals((await ask(two, address)).bytes)).toBe(true);
    }
  });

  it('names the missing file, or the line that is not as expected', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'marsad-web-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await expect(startFixtureWeb({ folder })).rejects.toThrow(InputError);
    await mkdir(join(folder, 'web'));
    for (const name of FILES) await writeFile(join(folder, 'web', `${name}.jsonl`), '');
    await writeFile(join(folder, 'web', 'forum.jsonl'), '\n{"id":"x"}\n');
    await expect(startFixtureWeb({ folder })).rejects.toThrow(/forum\.jsonl:2:[\s\S]*digits/);
    await writeFile(join(folder, 'web', 'forum.jsonl'), 'no json\n');
    await expect(startFixtureWeb({ folder })).rejects.toThrow(/forum\.jsonl:1: expected one JSON object a line/);
  });

  it('has a page for every address that the truth labels of Al-Manar name', async () => {
    const web = await startFixtureWeb({ folder: CITY });
    onTestFinished(() => web.close());
    const labels = readdirSync(CITY)
      .filter((name) => /^labels.*\.csv$/.test(name))
      .flatMap((name): { url: string }[] => parse(readFileSync(join(CITY, name)), { columns: true, bom: true }));
    const fragments = new Map<string, string[]>();
    for (const { url } of labels) {
      const [page = '', fragment] = url.split('#');
      fragments.set(page, [...(fragments.get(page) ?? []), ...(fragment === undefined ? [] : [fragment])]);
    }
    const wrong: string[] = [];
    for (const [page, wanted] of fragments) {
      const first = await ask(web, page);
      const { status, text } = first.headers.location === undefined ? first : await ask(web, first.headers.location);
      if (status !== 200) wrong.push(`${status} ${page}`);
      wrong.push(
        ...wanted.filter((fragment) => !text.includes(`id="${fragment}"`)).map((fragment) => `${page}#${fragment}`),
      );
    }
    expect(labels.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
