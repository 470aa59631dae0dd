import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One request as the host saw it, in milliseconds. */
interface Visit {
  path: string;
  begun: number;
  /** NaN where the visitor hung up before the answer */
  ended: number;
  /** whether the visitor hung up next: a busy host cannot tell whether that was before or after the end of its answer */
  isLast: boolean;
}

const SETTLED_MILLISECONDS = 15;

/** A host that writes down who came when. */
export interface PoliteHost {
  port: number;
  visits: Visit[];
  /** most connections open at the same time */
  mostOpen: number;
  close: () => Promise<void>;
}

/** Starts a host; `answer` may take its time. */
export const openPoliteHost = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<PoliteHost> => {
  const visits: Visit[] = [];
  /** by connection: what to do with its last visit when it closes */
  const lastVisit = new Map<Socket, () => void>();
  let open = 0;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const visit: Visit = { path: request.url ?? '', begun: performance.now(), ended: Number.NaN, isLast: false };
    visits.push(visit);
    let hungUp = false;
    lastVisit.set(request.socket, () => {
      hungUp = true;
      visit.isLast = true;
    });
    response.on('finish', () => {
      if (!hungUp) visit.ended = performance.now();
    });
    // A moment later: a connection that the visitor has closed may be seen to close after the next one opens.
    setTimeout(() => {
      host.mostOpen = Math.max(host.mostOpen, open);
    }, SETTLED_MILLISECONDS).unref();
    void answer(request, response);
  });
  const host: PoliteHost = {
    port: 0,
    visits,
    mostOpen: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  server.on('connection', (socket) => {
    open += 1;
    let isThere = true;
    // A visitor who hangs up has left, even where an answer to nobody is still being written.
    const leave = (): void => {
      if (isThere) open -= 1;
      isThere = false;
      lastVisit.get(socket)?.();
    };
    socket.on('end', leave).on('close', leave);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  host.port = typeof address === 'object' && address !== null ? address.port : 0;
  return host;
};
