import { afterEach, describe, expect, it } from 'vitest';
// The built package: the extraction worker is a file of its own and is found beside the built code.
import { type CollectOptions, collect, type Source, sourceSpec } from '../../dist/index.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { type Answer, openWeb, testEffects, type Web } from '../support/web.js';

const userAgent = 'Marsad/0.1 (+https://example.org/contact)';
let web: Web | undefined;

const serve = async (pages: Record<string, Answer>): Promise<Web> => {
  web = await openWeb(pages);
  return web;
};
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const source = (spec: Record<string, unknown>): Source =>
  sourceSpec.parse({ name: 'a source', gapSeconds: 0, ...spec });
const run = (sources: Source[], ledger: MemoryLedger, options: Partial<CollectOptions> = {}) =>
  collect(sources, { ledger, effects: testEffects(web?.dial), userAgent, allowPrivateHosts: [], ...options });

describe('a Mastodon timeline', () => {
  const social = source({ id: 'social', kind: 'mastodon', instance: 'http://social.test/' });
  interface Status {
    id: string;
    content: string;
    reblog?: unknown;
  }
  const timeline =
    (statuses: Status[], pageSize = 2): Answer =>
    (request, response) => {
      const url = new URL(request.url ?? '', 'http://social.test');
      const sorted = [...statuses].sort((a, b) => Number(b.id) - Number(a.id));
      const minimum = url.searchParams.get('min_id');
      const maximum = url.searchParams.get('max_id');
      const page =
        minimum === null
          ? sorted.filter(({ id }) => maximum === null || Number(id) < Number(maximum)).slice(0, pageSize)
          : sorted.filter(({ id }) => Number(id) > Number(minimum)).slice(-pageSize);
      const link =
        page.length === 0
          ? ''
          : `<http://social.test/api/v1/timelines/public?max_id=${page.at(-1)?.id}>; rel="next", <http://social.test/api/v1/timelines/public?min_id=${page[0]?.id}>; rel="prev"`;
      response.writeHead(200, { 'content-type': 'application/json', link, 'x-ratelimit-remaining': '10' });
      response.end(
        JSON.stringify(
          page.map(({ id, content, reblog = null }) => ({
            id,
            content,
            reblog,
            created_at: '2026-06-01T08:00:00.000Z',
            language: 'ar',
            visibility: 'public',
            spoiler_text: '',
            account: { acct: 'writer' },
          })),
        ),
      );
    };
  /** Any address of the timeline, whatever its query. */
  const onAnyQuery = (pages: Record<string, Answer>, answer: Answer): Record<string, Answer> =>
    new Proxy(pages, {
      get: (target, key) =>
        String(key).startsWith('social.test/api/v1/timelines/public') ? answer : Reflect.get(target, key),
    });

  it('is read back to its beginning, then only forwards', async () => {
    const statuses: Status[] = ['101', '102', '103', '104', '105'].map((id) => ({
      id,
      content: `<p>text number ${id} &amp; more</p>`,
    }));
    statuses.push({ id: '106', content: '', reblog: { id: '1' } });
    const { asked } = await serve(onAnyQuery({}, timeline(statuses)));
    const ledger = new MemoryLedger();
    const first = await run([social], ledger);
    expect(first.items).toMatchObject({ in: 6, out: 5, dropped: { boost: 1 } });
    expect([...ledger.posts.values()].find(({ locator }) => locator.endsWith('/101'))).toMatchObject({
      url: 'http://social.test/statuses/101',
      text: 'text number 101 & more',
      languageHint: 'ara',
      permission: 'public-api',
    });

    statuses.push(
      { id: '107', content: 'newer' },
      { id: '108', content: 'newer still' },
      { id: '109', content: 'newest' },
    );
    asked.length = 0;
    const second = await run([social], ledger);
    expect(second.items).toMatchObject({ in: 3, out: 3 });
    expect(asked.filter((path) => path.includes('max_id'))).toEqual([]);
    const third = await run([social], ledger);
    expect(third.items).toMatchObject({ in: 0, out: 0 });
  });

  it('is left alone until the limit is reset', async () => {
    await serve(
      onAnyQuery({}, (_request, response) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '2026-09-28T00:02:00.000Z',
          link: '<http://social.test/api/v1/timelines/public?max_id=1>; rel="next"',
        });
        response.end(
          JSON.stringify([
            { id: '1', content: 'words', created_at: '2026-06-01T08:00:00.000Z', reblog: null, account: { acct: 'a' } },
          ]),
        );
      }),
    );
    const effects = testEffects(web?.dial);
    await run([social], new MemoryLedger(), { effects });
    expect(Math.max(...effects.slept)).toBeGreaterThan(110_000);
  });
});
