import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, watchedPage } from '../../map-ui/test/browser/browser.js';
import { seriousFaults } from '../../map-ui/test/browser/serious-faults.js';
import { serveFiles } from '../../map-ui/test/browser/static-server.js';
import { filesUnder } from '../src/site/files-under.js';
import { type StartedServer, startServer } from './started-server.js';

const BIN = fileURLToPath(new URL('../bin/marsad.js', import.meta.url));
const PASSWORD = 'four words of no kin';

/** Runs the real command; what is piped in is its standard input. */
const marsad = (args: readonly string[], input = ''): Promise<{ status: number; out: string; said: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [BIN, ...args], (error, out, said) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, said }),
    );
    child.stdin?.end(input);
  });

const well = async (...args: string[]): Promise<string> => {
  const { status, out, said } = await marsad(args);
  if (status !== 0) throw new Error(`marsad ${args.join(' ')} ended with ${status}:\n${said}`);
  return out;
};

let work: string;
const at = (...path: string[]): string => join(work, ...path);

/** A city of its own with the posts of the demo: another id, other names, keys of its own. */
const makeCity = async (id: string, arabic: string): Promise<string> => {
  cpSync(at('demo'), at(id), { recursive: true });
  const config = at(id, 'city.yaml');
  const text = readFileSync(config, 'utf8')
    .replace('id: al-manar', `id: ${id}`)
    .replace(/names: \{ ar: المنار, en: Al-Manar, fr: Al-Manar \}/, `names: { ar: ${arabic}, en: ${id}, fr: ${id} }`);
  writeFileSync(config, text);
  await well('snapshot', 'create', '-c', config);
  await well('key', 'new', '-c', config);
  const { keys } = JSON.parse(await well('key', 'show', '-c', config, '--json')) as { keys: { fingerprint: string } };
  await well('hub', 'invite', id, '--fingerprint', keys.fingerprint, '--hub', at('hub'));
  return config;
};

const sign = (config: string, file: string): Promise<string> =>
  well('snapshot', 'sign', '-c', config, '-o', at(file), '--json');

const running: StartedServer[] = [];
const serve = async (...args: string[]): Promise<StartedServer> => {
  const server = await startServer(args);
  running.push(server);
  return server;
};

let browser: Browser;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'marsad-hub-e2e-'));
  browser = await startBrowser();
  await well('demo', '--no-serve', '--work', at('demo'));
  await well('hub', 'init', at('hub'), '--id', 'gulf-hub', '--name', 'ar=مركز الخليج', '--name', 'en=Gulf hub');
}, 400_000);
afterAll(async () => {
  // Also those of tests that failed before they ended theirs.
  await Promise.all(running.map(({ end }) => end()));
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

// Some forty real commands one after another: minutes on a busy machine.
describe('three cities and a hub', { timeout: 400_000 }, () => {
  it('take the genuine snapshot, and name what is wrong with the one tampered with and the one rolled back', async () => {
    const genuine = await makeCity('al-manar-east', 'المنار الشرقية');
    const tampered = await makeCity('al-manar-west', 'المنار الغربية');
    const rolled = await makeCity('al-manar-south', 'المنار الجنوبية');
    await sign(genuine, 'genuine.zip');
    await sign(tampered, 'tampered.zip');
    await sign(rolled, 'old.zip');
    await sign(rolled, 'new.zip');
    const bytes = readFileSync(at('tampered.zip'));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(at('tampered.zip'), bytes);

    const files = ['genuine.zip', 'new.zip', 'tampered.zip', 'old.zip'].map((file) => at(file));
    const { status, out } = await marsad(['hub', 'add', ...files, '--hub', at('hub'), '--json']);
    expect(status).toBe(1);
    const { packages } = JSON.parse(out) as { packages: { taken: boolean; refusals?: { code: string }[] }[] };
    expect(packages.map(({ taken }) => taken)).toEqual([true, true, false, false]);
    expect(packages[2]?.refusals?.map(({ code }) => code)).not.toEqual([]);
    expect(packages[3]?.refusals?.map(({ code }) => code)).toContain('rollback');
    const { said } = await marsad(['hub', 'add', at('tampered.zip'), '--hub', at('hub')]);
    expect(said).toMatch(/refused/);
    expect(said).toContain('→');
  });

  it('are shown side by side in Arabic, and lead into the observatory of a city', async () => {
    const served = await serve('hub', 'serve', at('hub'));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page, faults } = await watchedPage(context, served.url.slice(0, -1));
    await page.goto(`${served.url}?lang=ar`);
    await page.getByTestId('region').waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    const text = await page.getByTestId('region').textContent();
    for (const words of ['المنار الشرقية', 'المنار الجنوبية']) expect(text).toContain(words);
    expect(text).not.toContain('المنار الغربية');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByTestId('one-city').locator('a[href^="cities/"]').first().click();
    await page.waitForURL(/cities\/al-manar-[a-z]+\/\?lang=ar/);
    await page.locator('[data-map-ready="true"]').waitFor();
    expect(await page.locator('h1').textContent()).toContain('المنار');
    await page.getByTestId('region-link').click();
    await page.getByTestId('region').waitFor();
    expect(faults).toEqual([]);
    const response = await context.request.get(`${served.url}cities/al-manar-east/snapshot.zip`);
    writeFileSync(at('downloaded.zip'), await response.body());
    await well('snapshot', 'verify', at('downloaded.zip'));
    await context.close();
    await served.end();
  });

  it('are read over the network only after a log-in, and it is written down', async () => {
    await expect(marsad(['hub', 'serve', at('hub'), '--host', '0.0.0.0'])).resolves.toMatchObject({
      status: 2,
      said: expect.stringContaining('there are no accounts'),
    });
    const added = await marsad(['user', 'add', 'samira', '--role', 'analyst', '--hub', at('hub')], `${PASSWORD}\n`);
    expect(added.status).toBe(0);
    const served = await serve('hub', 'serve', at('hub'));
    const context = await browser.newContext({ locale: 'ar' });
    const { page, faults } = await watchedPage(context, served.url.slice(0, -1));
    await page.goto(served.url);
    expect(await page.locator('h1').textContent()).toBe('تسجيل الدخول');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('اسم الحساب').fill('samira');
    await page.getByLabel('كلمة السر').fill(PASSWORD);
    await page.getByLabel('كلمة السر').press('Enter');
    await page.getByTestId('region').waitFor();
    await page.goto(`${served.url}cities/al-manar-east/?lang=fr`);
    await page.locator('[data-map-ready="true"]').waitFor();
    await page.goto(`${served.url}?lang=ar`);
    await page.getByTestId('account').click();
    // A click does not wait for the page that it leads to, and both have a main part.
    await page.waitForURL(/\/account\?/);
    expect(await page.locator('main').textContent()).toContain('محلل');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'سجّل الخروج' }).click();
    // Going elsewhere at once would break off the log-out.
    await page.waitForURL(/\/log-in\?/);
    await page.goto(served.url);
    expect(await page.locator('h1').textContent()).toBe('تسجيل الدخول');
    expect(faults).toEqual([]);
    const lines = readFileSync(at('hub', 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ event: 'log-in', account: 'samira' }),
      expect.objectContaining({
        event: 'opened',
        account: 'samira',
        tier: 'public',
        city: 'al-manar-east',
        version: '1',
      }),
      expect.objectContaining({ event: 'log-out', account: 'samira' }),
    ]);
    await context.close();
    await served.end();
  });

  it('are published as plain files that any web server shows, below any path, the public tier alone', async () => {
    await well('hub', 'publish', at('hub'), '-o', at('site'));
    const files = await filesUnder(at('site'));
    expect([...files.keys()].filter((path) => /\/(?:partner|restricted)\/|accounts|audit|\.key/.test(path))).toEqual(
      [],
    );
    const server = await serveFiles(files, '/a/b/');
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, server.origin);
    await page.goto(`${server.origin}/a/b/?lang=ar`);
    await page.getByTestId('region').waitFor();
    const way = await page.getByTestId('one-city').locator('a[href^="cities/"]').first().getAttribute('href');
    // The plainest of servers, as the test has it, lists no folder: the page is asked for by its name.
    await page.goto(`${server.origin}/a/b/${way?.replace('/?', '/index.html?')}`);
    await page.locator('[data-map-ready="true"]').waitFor();
    const catalogue = JSON.parse(Buffer.from(files.get('catalogue.jsonld') ?? '').toString('utf8')) as {
      'dcat:dataset': { 'dct:identifier': string }[];
    };
    expect(catalogue['dcat:dataset'].map((one) => one['dct:identifier'])).toEqual(['al-manar-east', 'al-manar-south']);
    expect(faults).toEqual([]);
    await context.close();
    await server.close();
  });
});

describe('a city that is served with accounts', { timeout: 400_000 }, () => {
  it('shows partners what is shared with them, marked, in three languages, and asks for nothing of it for others', async () => {
    const config = at('demo', 'city.yaml');
    await well('snapshot', 'create', '-c', config, '--tier', 'partner', '--quiet');
    for (const [name, role] of [
      ['samira', 'analyst'],
      ['vera', 'viewer'],
    ] as const)
      expect((await marsad(['user', 'add', name, '--role', role, '-c', config], `${PASSWORD}\n`)).status).toBe(0);
    const served = await serve('serve', '-c', config);
    const opened = async (name: string) => {
      const context = await browser.newContext({ locale: 'en' });
      const { page, faults } = await watchedPage(context, served.url.slice(0, -1));
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(served.url);
      await page.getByLabel('Account name').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByLabel('Password').press('Enter');
      await page.getByTestId('about-check').waitFor();
      return { page, faults, asked, end: () => context.close() };
    };

    const partner = await opened('samira');
    for (const [language, tag, sees] of [
      ['ar', 'للشركاء', 'ترى هنا ما يُتاح للشركاء أيضًا.'],
      ['en', 'for partners', 'You see what is shared with partners.'],
      ['fr', 'pour les partenaires', 'Vous voyez aussi ce qui est partagé avec les partenaires.'],
    ] as const) {
      await partner.page.goto(`${served.url}?lang=${language}&area=el-mahatta`);
      const story = partner.page.getByTestId('narratives');
      await story.locator('[data-narrative="places-taken"]').waitFor();
      await story.locator('blockquote[lang="ar"][dir="auto"]').first().waitFor({ state: 'attached' });
      expect(await partner.page.getByTestId('reader-tier').textContent()).toBe(sees);
      expect(await partner.page.locator('[data-known="school-gate"] [data-tier]').textContent()).toBe(tag);
      const evenings = partner.page.locator('[data-known="square-evenings"]');
      await evenings.first().waitFor({ state: 'attached' });
      expect(await evenings.locator('[data-tier]').count()).toBe(0);
      expect(await seriousFaults(partner.page)).toEqual([]);
    }
    // Files that not everybody reads are held to the sums of their tier.
    await partner.page.getByTestId('about-check').waitFor();
    expect(await partner.page.getByTestId('changed-files').count()).toBe(0);
    const altered = { contentType: 'application/json', body: '{"incidents":[],"interventions":[],"notes":[]}' };
    await partner.page.route('**/data/partner/context.json', (route) => route.fulfill(altered));
    await partner.page.goto(`${served.url}?lang=en`);
    const said = await partner.page.getByTestId('changed-files').textContent();
    expect(said?.replaceAll(/[\u2068\u2069]/g, '')).toContain('partner/context.json');
    // What is printed is handed on.
    partner.asked.length = 0;
    await partner.page.goto(`${served.url}?lang=fr&area=el-mahatta&brief=1`);
    await partner.page.getByTestId('known-brief').waitFor();
    expect(partner.asked.filter((path) => path.includes('/partner/'))).toEqual([]);
    expect(partner.faults).toEqual([]);

    const everybody = await opened('vera');
    await everybody.page.locator('[data-known="square-evenings"]').first().waitFor({ state: 'attached' });
    expect(await everybody.page.locator('[data-testid="reader-tier"], [data-tier]').count()).toBe(0);
    expect(everybody.asked.filter((path) => /partner|restricted/.test(path))).toEqual([]);
    await everybody.page.getByTestId('account').click();
    await everybody.page.waitForURL(/\/account\?/);
    expect(await everybody.page.locator('main').textContent()).toContain('Viewer');
    await everybody.page.getByRole('link', { name: 'Back to the observatory' }).click();
    await everybody.page.getByTestId('panel').waitFor();
    expect(everybody.faults).toEqual([]);
    await Promise.all([partner.end(), everybody.end()]);
    await served.end();
    // Each page asks for three files and more at once.
    const lines = readFileSync(at('demo', 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'log-in', account: 'samira' },
      { event: 'opened', account: 'samira', tier: 'public', city: 'al-manar' },
      { event: 'opened', account: 'samira', tier: 'partner', city: 'al-manar' },
      { event: 'log-in', account: 'vera' },
      { event: 'opened', account: 'vera', tier: 'public', city: 'al-manar' },
    ]);
  });
});
