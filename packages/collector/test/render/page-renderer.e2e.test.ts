import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fetcher, openFetcher } from '../../src/fetch/fetcher.js';
import { openPageRenderer, type PageRenderer } from '../../src/render/page-renderer.js';
import type { RenderLimits } from '../../src/render/render-limits.js';
import { type Canaries, openCanaries } from '../hostile/canaries.js';
import { openWeb, testEffects, testMemory, type Web } from '../support/web.js';
import { CHROMIUM, NO_CHROMIUM } from './chromium.js';

const url = 'http://news.test/';
let web: Web;
let canaries: Canaries;
let fetcher: Fetcher;
let renderer: PageRenderer;
/** told by the renderer */
let bytes: number;

const open = (limits: Partial<RenderLimits> = {}): void => {
  // Only invented names lead to the test's web: addresses are dialled, or refused, as in the real world.
  const effects = testEffects((hostname) => (hostname.endsWith('.test') ? web.dial(hostname, 80) : undefined));
  const userAgent = 'Marsad/0.1 (+https://example.org/contact)';
  fetcher = openFetcher({ effects, memory: testMemory(), userAgent, allowPrivateHosts: [] });
  renderer = openPageRenderer({ chromium: CHROMIUM, fetcher, userAgent, limits });
};
const onBytes = (count: number): void => {
  bytes += count;
};
const render = (html: string) => renderer.render({ url, html, gapSeconds: 0, onBytes });
const page = (script: string): string =>
  `<!doctype html><meta charset="utf-8"><title>t</title><div id="app">empty</div><script>${script}</script>`;
const show = 'const show = (text) => { document.getElementById("app").textContent = text; };';

beforeEach(async (context) => {
  context.skip(NO_CHROMIUM !== undefined, NO_CHROMIUM);
  web = await openWeb({});
  bytes = 0;
  canaries = await openCanaries();
});
afterEach(async () => {
  await renderer?.close();
  await fetcher?.close();
  await canaries?.close();
  await web?.close();
});

describe('a page in the browser', () => {
  it('has the text its script fetches, and its document is not asked for again', async () => {
    web.pages['news.test/app.js'] = {
      type: 'text/javascript',
      body: `${show} fetch('/data.json').then((a) => a.json()).then((d) => show(d.text));`,
    };
    web.pages['news.test/data.json'] = { type: 'application/json', body: '{"text":"من البحر إلى المدينة"}' };
    open();
    const rendered = await render(
      '<!doctype html><div id="app">empty</div><img src="/a.png"><script src="/app.js"></script>',
    );
    expect(rendered).toMatchObject({ ok: true });
    expect(rendered.ok && rendered.html).toContain('من البحر إلى المدينة');
    expect(web.asked).toEqual(['news.test/robots.txt', 'news.test/app.js', 'news.test/data.json']);
    expect([...web.agents]).toEqual(['Marsad/0.1 (+https://example.org/contact)']);
    const sizeOf = (text: unknown): number => Buffer.byteLength(String(text));
    const loaded = ['news.test/app.js', 'news.test/data.json'].map((key) => web.pages[key]);
    const bodies = loaded.map((answer) => (typeof answer === 'object' ? sizeOf(answer.body) : 0));
    // What its scripts load and the page they make are charged to the source.
    expect(bytes).toBe(bodies.reduce((sum, size) => sum + size, sizeOf(rendered.ok && rendered.html)));
  });

  it('gets nothing that robots.txt keeps, nothing by POST and no more than its requests', async () => {
    web.pages['news.test/robots.txt'] = { type: 'text/plain', body: 'User-agent: *\nDisallow: /private' };
    web.pages['news.test/private.json'] = 'kept';
    open({ requests: 3 });
    const rendered = await render(
      page(`${show} (async () => {
        const ask = (path, options) => fetch(path, options).then((a) => String(a.status), () => 'refused');
        const said = [await ask('/private.json'), await ask('/a', { method: 'POST' })];
        for (const n of [1, 2, 3, 4]) { await ask('/' + n); said.push('asked'); }
        show(said.join(' '));
      })();`),
    );
    expect(rendered.ok && rendered.html).toContain('refused refused asked asked asked asked');
    expect(web.asked).toEqual(['news.test/robots.txt', 'news.test/1', 'news.test/2']);
  });

  it('reaches no private address in any way a script knows', async () => {
    open();
    const at = `127.0.0.1:${canaries.port}`;
    const rendered = await render(
      `<!doctype html><link rel="preconnect" href="http://${at}"><link rel="dns-prefetch" href="http://${at}">
      <link rel="prefetch" href="http://${at}/prefetch"><link rel="stylesheet" href="http://${at}/css">
      <script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://${at}/rules"]}]}</script>
      <img src="http://${at}/img"><iframe src="http://${at}/frame"></iframe><object data="http://${at}/object"></object>
      <form id="f" action="http://${at}/form" target="_blank" method="post"></form><div id="app"></div>
      <script>${show}
      const tried = [];
      const attempt = (name, go) => { try { const done = go(); tried.push(name); if (done && done.catch) done.catch(() => {}); } catch { tried.push(name); } };
      const at = '${at}';
      attempt('fetch', () => fetch('http://' + at + '/fetch'));
      attempt('ipv6', () => fetch('http://[::1]:${canaries.port}/fetch', { mode: 'no-cors' }));
      attempt('name', () => fetch('http://localhost:${canaries.port}/fetch', { mode: 'no-cors' }));
      attempt('keepalive', () => fetch('http://' + at + '/keepalive', { keepalive: true, method: 'POST', body: 'x' }));
      attempt('beacon', () => navigator.sendBeacon('http://' + at + '/beacon', 'x'));
      attempt('socket', () => new WebSocket('ws://' + at + '/socket'));
      attempt('events', () => new EventSource('http://' + at + '/events'));
      attempt('transport', () => new WebTransport('https://' + at + '/transport'));
      attempt('worker', () => new Worker(URL.createObjectURL(new Blob(['fetch("http://' + at + '/w").catch(() => {}); new WebSocket("ws://' + at + '/w"); try { new WebTransport("https://' + at + '/w") } catch {}']))));
      attempt('shared', () => new SharedWorker('http://' + at + '/shared.js'));
      attempt('popup', () => window.open('http://' + at + '/popup'));
      attempt('form', () => document.getElementById('f').submit());
      attempt('rtc', () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'turn:' + at + '?transport=tcp', username: 'a', credential: 'b' }] });
        c.createDataChannel('x'); return c.createOffer().then((o) => c.setLocalDescription(o)); });
      show(tried.length + ' ways tried');
      setTimeout(() => { location.href = 'http://' + at + '/away'; }, 100);
      </script>`,
    );
    expect(rendered.ok && rendered.html).toContain('13 ways tried');
    expect(canaries.seen).toEqual([]);
  });

  it.each([
    ['at once', 'for (;;) {}'],
    ['after its text was shown', 'setTimeout(() => { for (;;) {} }, 50)'],
  ])('whose script never ends, %s, ends at the deadline, and the next page is rendered', async (_when, script) => {
    open({ milliseconds: 2_000 });
    expect((await render(page(`${show} show('ready')`))).ok).toBe(true);
    const before = performance.now();
    expect(await render(page(script))).toMatchObject({ ok: false, reason: 'time-out' });
    // Its own two seconds and what a browser needs beyond; on a busy machine timers come late, but not by minutes.
    expect(performance.now() - before).toBeLessThan(30_000);
    const next = await render(page(`${show} show('still here')`));
    expect(next.ok && next.html).toContain('still here');
  });

  it('that its scripts make too large is refused', async () => {
    open({ bytes: 5_000 });
    expect(await render(page(`${show} show('x'.repeat(6_000))`))).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('that never grows quiet counts with what it shows at its deadline', async () => {
    web.pages['news.test/slow'] = () => {};
    open({ milliseconds: 1_500 });
    const rendered = await render(page(`${show} show('so far'); fetch('/slow');`));
    expect(rendered.ok && rendered.html).toContain('so far');
  });

  it('shares no cookie and no storage with the next one', async () => {
    open();
    const script = `${show} show('seen ' + (localStorage.getItem('a') ?? 'nothing') + document.cookie + ' by ' + navigator.userAgent); localStorage.setItem('a', 'b'); document.cookie = 'c=d';`;
    await render(page(script));
    const second = await render(page(script));
    expect(second.ok && second.html).toContain('>seen nothing by Marsad/0.1 (+https://example.org/contact)<');
  });
});

describe('a browser that cannot be started', () => {
  it('is a reason, not an error', async () => {
    open();
    const broken = openPageRenderer({
      chromium: { executablePath: '/nowhere/chromium' },
      fetcher,
      userAgent: 'Marsad/0.1',
    });
    expect(await broken.render({ url, html: '<p>', gapSeconds: 0, onBytes })).toMatchObject({
      ok: false,
      reason: 'browser-failed',
    });
    expect(await broken.render({ url, html: '<p>', gapSeconds: 0, onBytes })).toMatchObject({
      ok: false,
      reason: 'browser-failed',
    });
    await broken.close();
  });
});
