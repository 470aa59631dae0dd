import type { MiddlewareHandler } from 'hono';

/** Everything from our own origin, nothing inline: pages work under this (docs/threat-model.md). */
const policy = (formAction: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    `form-action ${formAction}`,
  ].join('; ');

/** Nobody frames the page; the small view for frames may be tried in pages of this machine. */
const FRAMES = {
  page: "frame-ancestors 'none'",
  embed: "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
} as const;

interface HeaderOptions {
  /** pages send forms to us: the log-in */
  forms: boolean;
  /** told to browsers for a year: this host is reached encrypted only */
  https: boolean;
}

/** The heads that every answer has. */
export const securityHeaders =
  ({ forms, https }: HeaderOptions): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const frames = context.req.query('embed') === undefined || forms ? FRAMES.page : FRAMES.embed;
    context.header('Content-Security-Policy', `${policy(forms ? "'self'" : "'none'")}; ${frames}`);
    context.header('X-Content-Type-Options', 'nosniff');
    // Pages with forms say their own: without any referrer browsers send `Origin: null`, which is nobody's.
    if (!context.res.headers.has('referrer-policy')) context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (https) context.header('Strict-Transport-Security', 'max-age=31536000');
  };
