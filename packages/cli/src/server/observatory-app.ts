import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { ListedFile } from './listed-files.js';

/** Everything from our own origin, nothing inline: the viewer works under this (docs/threat-model.md). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Nobody frames the page; the small view for frames may be tried in pages of this machine. */
const FRAMES = {
  page: "frame-ancestors 'none'",
  embed: "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
} as const;

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * The web application of one observatory: answers GET and HEAD for listed files and nothing else. A request whose Host
 * is not ours is refused, so that a page elsewhere cannot reach a server on this machine by renaming it.
 * @param files URL path → file, as read at start; `/` is answered with `/index.html`
 */
export const observatoryApp = (files: ReadonlyMap<string, ListedFile>, hosts: readonly string[]): Hono => {
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    if (!hosts.includes(hostName(context.req.header('host') ?? ''))) return context.text('not found', 404);
    await next();
    const frames = context.req.query('embed') === undefined ? FRAMES.page : FRAMES.embed;
    context.header('Content-Security-Policy', `${CONTENT_SECURITY_POLICY}; ${frames}`);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
  app.get('*', (context) => {
    const path = new URL(context.req.url).pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (!file) return context.text('not found', 404);
    const headers = {
      'Content-Type': file.type,
      ETag: file.etag,
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
    return context.body(file.bytes, 200, headers);
  });
  app.all('*', (context) => context.text('method not allowed', 405));
  return app;
};
