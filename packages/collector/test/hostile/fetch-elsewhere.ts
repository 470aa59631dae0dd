import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The fetcher as it is built: the process knows no TypeScript. */
const SCRIPT = `
import { openFetcher } from ${JSON.stringify(new URL('../../dist/fetch/fetcher.js', import.meta.url).href)};
const { ports, warmUp, urls, limits } = JSON.parse(process.argv[1]);
const notes = new Map();
let now = Date.now();
let bytes = 0;
const fetcher = openFetcher({
  effects: {
    clock: () => new Date(now),
    sleep: async (milliseconds) => { now += milliseconds; },
    random: () => 0.5,
    dial: (host) => (ports[host] === undefined ? undefined : { host: '127.0.0.1', port: ports[host] }),
  },
  memory: { recall: async (key) => notes.get(key) ?? null, keep: async (key, value) => { notes.set(key, value); } },
  userAgent: 'Marsad/0.1 (+https://example.org)',
  allowPrivateHosts: [],
  limits,
});
const ask = async (url) => {
  const { kind, reason, message } = await fetcher.fetch(url, {
    gapSeconds: 0,
    accept: '*/*',
    onBytes: (count) => { bytes += count; },
  });
  return { kind, reason, message };
};
for (const url of warmUp) await ask(url);
const before = process.memoryUsage.rss();
bytes = 0;
const answers = [];
for (const url of urls) answers.push(await ask(url));
await fetcher.close();
// The system's own record of the most memory held at once, in kilobytes.
const memoryRise = process.resourceUsage().maxRSS * 1024 - before;
process.stdout.write(JSON.stringify({ answers, memoryRise, bytes }));
`;

const outcome = z.object({
  answers: z.array(z.object({ kind: z.string(), reason: z.string().optional(), message: z.string().optional() })),
  /** bytes by which memory at its most exceeded what was held after the warm-up */
  memoryRise: z.number(),
  /** decoded, without the warm-up */
  bytes: z.number(),
});

/**
 * Asks for addresses in a process of its own, so that its memory and its environment are those of the fetcher alone.
 * @param given.ports loopback ports by host name
 * @param given.warmUp asked before memory is measured, so that all code is loaded
 */
export const fetchElsewhere = async (
  given: { ports: Readonly<Record<string, number>>; warmUp: string[]; urls: string[]; limits?: object },
  environment: Readonly<Record<string, string>> = {},
): Promise<z.infer<typeof outcome>> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, JSON.stringify(given)],
    { cwd: fileURLToPath(new URL('../../', import.meta.url)), env: environment, maxBuffer: 2 ** 24 },
  );
  return outcome.parse(JSON.parse(stdout));
};
