import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** The types that the plainest of servers know; everything else is just bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface StaticServer {
  /** without a slash at the end */
  origin: string;
  /** paths that were asked for */
  asked: string[];
  close: () => Promise<void>;
}

/**
 * Serves files from memory on loopback, below a path, as any web host does: no headers but the type.
 * @param prefix such as `/a/b/`
 * @param headers sent with every file
 */
export const serveFiles = (
  files: ReadonlyMap<string, Uint8Array | string>,
  prefix: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    asked.push(pathname);
    const name = pathname === prefix ? 'index.html' : pathname.slice(prefix.length);
    const body = pathname.startsWith(prefix) ? files.get(decodeURIComponent(name)) : undefined;
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', ...headers });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        asked,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
};
