import { createServer, type Server } from 'node:net';

/** Listeners on loopback that nobody may reach. */
export interface Canaries {
  /** the same on 127.0.0.1 and on ::1 */
  port: number;
  /** connections seen, by listener */
  seen: string[];
  close: () => Promise<void>;
}

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

/** Opens them; where the machine has no ::1, only the one on 127.0.0.1. */
export const openCanaries = async (): Promise<Canaries> => {
  const seen: string[] = [];
  const listener = (name: string): Server =>
    createServer((socket) => {
      seen.push(name);
      socket.on('error', () => {}).resume();
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\ncontent-type: text/plain\r\n\r\nsecret');
    });
  const first = listener('127.0.0.1');
  const second = listener('::1');
  const port = await listen(first, '127.0.0.1', 0);
  const hasSecond = await listen(second, '::1', port).then(
    () => true,
    () => false,
  );
  const end = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return {
    port,
    seen,
    async close() {
      await end(first);
      if (hasSecond) await end(second);
    },
  };
};
