import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type FixtureWeb, startFixtureWeb } from '../../src/demo/fixture-web.js';
import type { WebContent } from '../../src/demo/read-content.js';

export const SMALL: WebContent = {
  akhbar: ['2026-04-01', '2026-05-02', '2026-06-03', '2026-07-04', '2026-08-05'].map((day, i) => ({
    id: `a${i + 1}`,
    slug: `khabar-${i + 1}`,
    date: `${day}T08:00:00Z`,
    title: `خبر رقم ${i + 1} <عاجل>`,
    section: i % 2 === 0 ? 'محلية' : 'رياضة',
    paragraphs: [
      `الفقرة الأولى من الخبر ${i + 1} في حي النصر & ما حوله.`,
      `الفقرة الثانية من الخبر ${i + 1} برقم ٢٠٢٦.`,
    ],
  })),
  gazette: [
    {
      id: 'g1',
      slug: 'le-marche',
      date: '2026-04-06T06:00:00Z',
      title: 'Le marché « rouvre » & change',
      paragraphs: ['Un.', 'Deux <em>vraiment</em> ]]> deux.'],
    },
    { id: 'g2', slug: 'la-gare', date: '2026-04-07T06:00:00Z', title: 'La gare', paragraphs: ['Trois.'] },
  ],
  forum: Array.from({ length: 19 }, (_, i) => ({
    id: String(1001 + i),
    thread: 'tram-works',
    threadTitle: 'Tram works',
    board: 'city',
    author: i % 2 === 0 ? 'lina maps' : 'old_tram',
    date: `2026-04-${String(1 + i).padStart(2, '0')}T07:00:00Z`,
    text: `Post number ${i + 1} <b>\nsecond line`,
  })),
  social: Array.from({ length: 95 }, (_, i) => ({
    id: String(114_000_000_000_000_000n + BigInt(i) * 1000n),
    account: 'zineb',
    displayName: 'Zineb <3',
    date: new Date(Date.UTC(2026, 3, 1, i)).toISOString(),
    text: `Status ${i} #Manar @sami https://example.test/a?b=1&c=2`,
    lang: 'fr',
    ...(i === 90 ? { boost: true as const } : {}),
  })),
};

/** Serves the content given until the test ends; the clock of the social server stands still. */
export const startSmallWeb = async (content: WebContent = SMALL): Promise<FixtureWeb> => {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-web-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'web'));
  for (const [name, lines] of Object.entries(content)) {
    await writeFile(
      join(folder, 'web', `${name}.jsonl`),
      lines.map((line: unknown) => `${JSON.stringify(line)}\n`).join(''),
    );
  }
  const web = await startFixtureWeb({ folder, clock: () => new Date('2026-11-22T03:02:00Z') });
  onTestFinished(() => web.close());
  return web;
};

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** Asks the web for an address as a crawler would, dialling loopback for its host. */
export const ask = (
  web: FixtureWeb,
  address: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string>; method?: string } = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(address);
    const sent = request(
      {
        host: '127.0.0.1',
        port: web.port,
        path: pathname + search,
        method,
        headers: { host, ...headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
