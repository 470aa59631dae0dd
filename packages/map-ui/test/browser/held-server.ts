import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const TYPES: readonly (readonly [end: string, type: string])[] = [
  ['.html', 'text/html'],
  ['/', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
];

/** A server on loopback that keeps files back until it is told to let them through: a line that is only slow, without a clock. */
export interface HeldServer {
  /** without a slash at the end */
  origin: string;
  /** bytes that went out before the rest was let through, as a host sends them (gzipped), by path */
  sent: ReadonlyMap<string, number>;
  /** paths that were asked for and are kept back */
  held: ReadonlySet<string>;
  letThrough: () => void;
  close: () => Promise<void>;
}

/** Serves files from memory; what `isFirst` does not name waits for `letThrough`. */
export const serveHeld = (
  files: ReadonlyMap<string, Uint8Array | string>,
  isFirst: (path: string) => boolean,
): Promise<HeldServer> => {
  const sent = new Map<string, number>();
  const held = new Set<string>();
  let open = false;
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const body = files.get(pathname === '/' ? 'index.html' : decodeURIComponent(pathname.slice(1)));
    const answer = () => {
      if (body === undefined) return response.writeHead(404).end();
      const zipped = gzipSync(body, { level: 6 });
      if (!open) sent.set(pathname, zipped.length);
      const type = TYPES.find(([end]) => pathname.endsWith(end))?.[1] ?? 'application/octet-stream';
      return response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(zipped);
    };
    if (open || isFirst(pathname)) answer();
    else {
      held.add(pathname);
      waiting.push(answer);
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        origin: `http://127.0.0.1:${port}`,
        sent,
        held,
        letThrough: () => {
          open = true;
          for (const answer of waiting.splice(0)) answer();
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
};
