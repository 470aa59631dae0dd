import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeLogIn, ORIGIN, PASSWORD } from './make-log-in.js';

let server: Awaited<ReturnType<typeof makeLogIn>>;
beforeEach(async () => {
  server = await makeLogIn();
});

describe('without a log-in', () => {
  it('a page leads to the log-in and back, and a file is refused whether it is there or not', async () => {
    const { ask } = server.browser();
    const page = await ask('/?lang=ar', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe('/log-in?next=%2F%3Flang%3Dar&lang=ar');
    for (const path of ['/data/manifest.json', '/data/nothing.json']) expect((await ask(path)).status).toBe(401);
    const navigated = await ask('/', { headers: { accept: '*/*', 'sec-fetch-mode': 'navigate' } });
    expect([navigated.status, navigated.headers.get('location')]).toEqual([303, '/log-in?next=%2F']);
    expect((await ask('/', { headers: { accept: '*/*', 'sec-fetch-mode': 'cors' } })).status).toBe(401);
  });

  it.each([
    ['ar', 'rtl', 'تسجيل الدخول'],
    ['en', 'ltr', 'Log in'],
    ['fr', 'ltr', 'Connexion'],
  ])('the log-in speaks %s and holds no script', async (language, direction, title) => {
    const answer = await server.browser().ask(`/log-in?lang=${language}`);
    const text = await answer.text();
    expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    // With `no-referrer` browsers would send forms with `Origin: null`.
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
  });
});

describe('each role', () => {
  it.each([
    ['viewer', [200, 404, 404], 403],
    ['analyst', [200, 200, 404], 403],
    ['reviewer', [200, 200, 200], 403],
    ['hub-admin', [200, 200, 200], 200],
  ] as const)('%s opens its tiers and no narrower one', async (name, statuses, audit) => {
    const browser = server.browser();
    expect((await browser.logIn(name)).status).toBe(303);
    const paths = ['/data/manifest.json', '/data/partner/narratives.json', '/data/restricted/notes.json'];
    const answers = await Promise.all(paths.map((path) => browser.ask(path)));
    expect(answers.map(({ status }) => status)).toEqual(statuses);
    expect((await browser.ask('/audit.jsonl')).status).toBe(audit);
  });

  it('is written down with the tier, city and version that it opens, once a session, and nothing of the content', async () => {
    const browser = server.browser();
    await browser.logIn('analyst');
    await Promise.all(Array.from({ length: 3 }, () => browser.ask('/data/partner/narratives.json')));
    await browser.ask('/data/partner/narratives.json');
    await browser.ask('/data/restricted/notes.json');
    expect(server.written).toEqual([
      { event: 'log-in', account: 'analyst' },
      { event: 'opened', account: 'analyst', role: 'analyst', tier: 'partner', city: 'al-manar', version: '3' },
    ]);
  });
});

describe('what is opened by three requests at once, right after the log-in,', () => {
  const path = '/data/partner/narratives.json';
  const opened = () => server.written.filter(({ event }) => event === 'opened');

  it('is written down once, and given out to none of them before that is done', async () => {
    const browser = server.browser();
    await browser.logIn('analyst');
    let done = () => {};
    server.writeWhen(
      new Promise((resolve) => {
        done = resolve;
      }),
    );
    let answered = 0;
    const asking = [path, path, path].map(async (one) => {
      const { status } = await browser.ask(one);
      answered += 1;
      return status;
    });
    await vi.waitFor(() => expect(opened()).toHaveLength(1));
    // Read without a line of its own, after the three: by now each of them waits for the first.
    expect((await browser.ask('/')).status).toBe(200);
    expect(answered).toBe(0);
    done();
    expect(await Promise.all(asking)).toEqual([200, 200, 200]);
    expect((await browser.ask(path)).status).toBe(200);
    expect(opened()).toHaveLength(1);
  });

  it('is given out to none of them where it cannot be written down, and tried once more at the next', async () => {
    const browser = server.browser();
    await browser.logIn('analyst');
    let fail = (_cause: Error) => {};
    server.writeWhen(
      new Promise((_resolve, reject) => {
        fail = reject;
      }),
    );
    const asking = [path, path, path].map(async (one) => (await browser.ask(one)).status);
    await vi.waitFor(() => expect(opened()).toHaveLength(1));
    expect((await browser.ask('/')).status).toBe(200);
    fail(new Error('the disk is full'));
    const statuses = await Promise.all(asking);
    expect(statuses).toEqual([500, 500, 500]);
    expect(opened()).toHaveLength(1);
    server.writeWhen(Promise.resolve());
    const again = await Promise.all([path, path, path].map(async (one) => (await browser.ask(one)).status));
    expect(again).toEqual([200, 200, 200]);
    expect(opened()).toHaveLength(2);
  });
});

describe('the account page', () => {
  it.each([
    ['', '/?lang=fr'],
    ['&back=%2Fcities%2Fal-manar%2F', '/cities/al-manar/?lang=fr'],
    ['&back=%2Fcities%2Fal-manar%2F%3Flang%3Dar%26show%3Dweeks', '/cities/al-manar/?lang=fr&amp;show=weeks'],
    ['&back=%2F%2Fevil.example', '/?lang=fr'],
  ])('leads back to where the reader came from, in the language it is read in (%j)', async (query, back) => {
    const browser = server.browser();
    await browser.logIn('viewer');
    const text = await (await browser.ask(`/account?lang=fr${query}`)).text();
    expect(text).toContain(`<a href="${back}">Retour à l’observatoire</a>`);
    expect(text).toMatch(/href="\/account\?back=[^"]*lang=ar"/);
  });
});

describe('the session', () => {
  it('is a cookie that no script reads, that travels encrypted and to us alone', async () => {
    const line = (await server.browser().logIn('viewer')).headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-marsad='));
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(line).toContain(part);
    expect(line).not.toContain('Domain');
    expect(/=([\w-]+);/.exec(line ?? '')?.[1]).toHaveLength(43);
  });

  it('ends half an hour after its last request and twelve hours after the log-in', async () => {
    const [idle, busy] = [server.browser(), server.browser()];
    await idle.logIn('viewer');
    await busy.logIn('viewer');
    for (let asked = 0; asked < 24; asked += 1) {
      server.pass(29 * 60_000);
      expect((await busy.ask('/')).status).toBe(200);
    }
    expect((await idle.ask('/')).status).toBe(401);
    server.pass(29 * 60_000);
    expect((await busy.ask('/')).status).toBe(401);
  });

  it('ends when its account is removed, or has another password or role', async () => {
    const change: (() => void)[] = [
      () => server.accounts.delete('viewer'),
      () => server.accounts.set('analyst', { ...account('analyst'), role: 'reviewer' }),
      () =>
        server.accounts.set('reviewer', {
          ...account('reviewer'),
          password: { ...account('reviewer').password, hash: '' },
        }),
    ];
    const account = (name: string) => {
      const found = server.accounts.get(name);
      if (!found) throw new Error(name);
      return found;
    };
    for (const [at, name] of ['viewer', 'analyst', 'reviewer'].entries()) {
      const browser = server.browser();
      await browser.logIn(name);
      expect((await browser.ask('/')).status).toBe(200);
      change[at]?.();
      expect((await browser.ask('/')).status).toBe(401);
    }
  });

  it('ends at the log-out, which needs the token of its own page', async () => {
    const browser = server.browser();
    await browser.logIn('viewer');
    const kept = new Map(browser.cookies);
    await browser.post('/log-out', { token: 'another' });
    expect((await browser.ask('/')).status).toBe(200);
    await browser.post('/log-out', { token: await browser.tokenOf('/account') });
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.ask('/')).status).toBe(401);
  });

  it('has another id after every log-in, and the old one no longer opens anything', async () => {
    const browser = server.browser();
    await browser.logIn('viewer');
    const first = browser.cookies.get('__Host-marsad') ?? '';
    await browser.logIn('viewer');
    expect(browser.cookies.get('__Host-marsad')).not.toBe(first);
    browser.cookies.set('__Host-marsad', first);
    expect((await browser.ask('/')).status).toBe(401);
  });
});

describe('the log-in', () => {
  it('says the same of a wrong password and of a name that there is not', async () => {
    const said = async (name: string) => {
      const answer = await server.browser().logIn(name, 'not the password');
      return [answer.status, (await answer.text()).replace(/value="[\w-]{40,}"/g, '')];
    };
    expect(await said('viewer')).toEqual(await said('nobody'));
    expect((await said('nobody'))[0]).toBe(401);
  });

  it('takes no form without the token of its page, from another origin, or larger than a form is', async () => {
    const browser = server.browser();
    expect((await browser.post('/log-in', { name: 'viewer', password: PASSWORD })).status).toBe(400);
    const token = await browser.tokenOf('/log-in');
    const form = { token, name: 'viewer', password: PASSWORD };
    expect((await browser.post('/log-in', form, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await server.browser().post('/log-in', form)).status).toBe(400);
    expect((await browser.post('/log-in', { ...form, more: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await browser.post('/log-in', form)).status).toBe(303);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a/..//evil.example',
    '/%0d%0aX: y\r\nZ: y',
  ])('leads nowhere else by %j', async (next) => {
    const answer = await server.browser().logIn('viewer', PASSWORD, { next });
    const to = new URL(answer.headers.get('location') ?? '', ORIGIN);
    expect([answer.status, to.origin]).toEqual([303, ORIGIN]);
  });

  it('waits after five wrong tries, for longer each time, without looking at the password meanwhile', async () => {
    const browser = server.browser();
    for (let tried = 0; tried < 5; tried += 1) expect((await browser.logIn('viewer', 'wrong')).status).toBe(401);
    const refused = await browser.logIn('viewer');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    server.pass(1_000);
    expect((await browser.logIn('viewer', 'wrong')).status).toBe(401);
    expect((await browser.logIn('viewer')).headers.get('retry-after')).toBe('2');
    server.pass(2_000);
    expect((await browser.logIn('viewer')).status).toBe(303);
  });

  it('waits for an account whatever addresses try it, and for an address whatever accounts it tries', async () => {
    for (let tried = 0; tried < 5; tried += 1) {
      server.from(`198.51.100.${tried}`);
      await server.browser().logIn('viewer', 'wrong');
    }
    server.from('198.51.100.9');
    expect((await server.browser().logIn('viewer')).status).toBe(429);
    server.from('203.0.113.5');
    for (let tried = 0; tried < 5; tried += 1) await server.browser().logIn(`name-${tried}`, 'wrong');
    expect((await server.browser().logIn('reviewer')).status).toBe(429);
  });

  it('checks five of many tries at once', async () => {
    const browser = server.browser();
    const token = await browser.tokenOf('/log-in');
    const tries = Array.from({ length: 12 }, () =>
      browser.post('/log-in', { token, name: 'viewer', password: 'wrong' }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 7 }, () => 429)]);
  });

  it('is written down, a refused one without what was typed', async () => {
    await server.browser().logIn('My-Secret-Password', 'viewer');
    await server.browser().logIn('viewer', 'wrong');
    expect(server.written).toEqual([
      { event: 'log-in-refused', account: 'unknown' },
      { event: 'log-in-refused', account: 'viewer' },
    ]);
  });
});
