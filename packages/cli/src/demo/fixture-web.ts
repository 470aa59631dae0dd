import { createServer } from 'node:http';
import { readContent } from './read-content.js';
import type { Answer } from './site.js';
import { openSites } from './sites/all.js';

/** The small public web of the demo city, served on loopback until `close`. */
export interface FixtureWeb {
  port: number;
  /** where to dial for a host of this web; undefined for every other host, so that the real network stays what it is */
  dial(hostname: string, port: number): { host: string; port: number } | undefined;
  /** requests answered so far, by all sites together */
  requests(): number;
  close(): Promise<void>;
}

const HTTP_PORT = 80;

const refused = (status: number, words: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `${words}\n`,
});

/**
 * Serves the sites whose content lies in `folder`/web on 127.0.0.1, on a free port; the Host header chooses the site.
 * @throws InputError when the content is missing or not as expected
 */
export const startFixtureWeb = async ({
  folder,
  clock = () => new Date(),
}: {
  folder: string;
  clock?: () => Date;
}): Promise<FixtureWeb> => {
  const sites = new Map(openSites(await readContent(folder), clock).map((site) => [site.hostname, site]));
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const hostname = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const site = sites.get(hostname);
    const target = `http://${hostname}${request.url ?? '/'}`;
    let answer: Answer;
    if (request.method !== 'GET' && request.method !== 'HEAD') answer = refused(405, '405 only GET and HEAD');
    else if (site === undefined) answer = refused(421, `421 no site of that name here`);
    else if (!URL.canParse(target)) answer = refused(400, '400 not an address');
    else answer = site.answer(new URL(target), request.headers);
    const body = Buffer.from(answer.body);
    response.writeHead(
      answer.status,
      answer.status === 304 ? answer.headers : { ...answer.headers, 'content-length': body.length },
    );
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    dial: (hostname, wanted) =>
      sites.has(hostname.toLowerCase()) && wanted === HTTP_PORT ? { host: '127.0.0.1', port } : undefined,
    requests: () => requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
