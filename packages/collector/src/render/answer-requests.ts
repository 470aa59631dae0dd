import type { Page, Request, Route } from 'playwright-core';
import type { Fetcher } from '../fetch/fetcher.js';
import type { RenderLimits } from './render-limits.js';

/** Kinds of requests that can bring text; fonts, pictures, sounds, pings and the like are refused. */
const WANTED = new Set(['script', 'fetch', 'xhr']);
/** What a browser needs to take an answer; the rest, cookies above all, stays with us. */
const PASSED_ON = /^(?:content-type|access-control-.*)$/;
/** Ways around the interception that no text needs. */
const WITHOUT_SIDE_DOORS =
  'for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "SharedWorker"]) delete globalThis[name];';

export interface PageRequests {
  /** the page as it came, decoded */
  html: string;
  gapSeconds: number;
  fetcher: Pick<Fetcher, 'fetch'>;
  limits: RenderLimits;
  /** told of every piece of what its scripts load, decoded */
  onBytes: (count: number) => void;
  /** true once the page is done with: what it still wants is not asked for */
  isOver: () => boolean;
}

/**
 * Answers every request of a page and of all it opens. The document itself is the one we have; scripts and data come
 * through our own fetcher, so that robots.txt, gaps, the address guard and the caps hold for them; style sheets are empty;
 * everything else, requests other than GET included, is refused. Requests are passed on one after the other.
 */
export const answerRequests = async (page: Page, given: PageRequests): Promise<void> => {
  const { html, gapSeconds, fetcher, limits, onBytes, isOver } = given;
  let asked = 0;
  let bytes = 0;
  let isDelivered = false;
  let turn: Promise<void> = Promise.resolve();

  const passOn = async (route: Route, request: Request): Promise<void> => {
    if (isOver() || asked >= limits.requests || bytes >= limits.bytes) return route.abort('blockedbyclient');
    asked += 1;
    const answer = await fetcher.fetch(request.url(), {
      gapSeconds,
      accept: request.headers().accept ?? '*/*',
      onBytes: (count) => {
        bytes += count;
        onBytes(count);
      },
    });
    if (answer.kind !== 'answer' || bytes > limits.bytes) return route.abort('blockedbyclient');
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => PASSED_ON.test(name)));
    await route.fulfill({ status: 200, headers, body: Buffer.from(answer.body) });
  };

  const answer = async (route: Route, request: Request): Promise<void> => {
    if (request.isNavigationRequest()) {
      const isDocument = !isDelivered && request.frame() === page.mainFrame();
      // Only what was asked for is read. A page that sends its reader elsewhere, and every frame in it, is answered "no
      // content" (RFC 9110 §15.3.5), which leaves it as it is: a refusal would put an error page in its place.
      if (!isDocument) return route.fulfill({ status: 204 });
      isDelivered = true;
      return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
    }
    // Refused style sheets make some pages give up before they load their text.
    if (request.resourceType() === 'stylesheet')
      return route.fulfill({ status: 200, contentType: 'text/css', body: '' });
    const isHttp = /^https?:/.test(request.url());
    if (!isHttp || request.method() !== 'GET' || !WANTED.has(request.resourceType())) {
      return route.abort('blockedbyclient');
    }
    turn = turn.then(() => passOn(route, request)).catch(() => {});
    return turn;
  };

  const context = page.context();
  await context.addInitScript(WITHOUT_SIDE_DOORS);
  await context.routeWebSocket(/./, (socket) => {
    void socket.close();
  });
  // A page that was closed at its deadline takes no more answers.
  await context.route(/./, (route, request) => answer(route, request).catch(() => {}));
  context.on('page', (opened) => {
    if (opened !== page) void opened.close().catch(() => {});
  });
};
