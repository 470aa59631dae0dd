import type { Tier } from '@marsad/records';
import { type Context, Hono } from 'hono';
import type { AuditLog } from './accounts/audit-log.js';
import type { LogIn, Reader } from './accounts/log-in-app.js';
import { byteRange } from './byte-range.js';
import { namesTag, weakTag } from './etag.js';
import type { FileOnDisk } from './file-on-disk.js';
import type { ListedFile } from './listed-files.js';
import { takesGzip } from './packed-once.js';
import type { RequestPolicy } from './request-origin.js';
import { securityHeaders } from './security-headers.js';

export interface SiteOptions {
  /** the list that a path belongs to, URL path → file, for readers of a tier: what is not in it does not exist for them */
  filesFor: (tier: Tier, path: string) => Promise<ReadonlyMap<string, ListedFile>>;
  requests: RequestPolicy;
  https: boolean;
  /** absent: everybody reads the public tier without a log-in */
  members?: { logIn: LogIn; audit: AuditLog };
}

/** Writes down what a reader opens, before it is given out. */
const writeDown = async (
  audit: AuditLog,
  { account, role, session }: Reader,
  { opening }: ListedFile,
): Promise<void> => {
  if (opening === undefined) return;
  const { event, tier, city, version } = opening;
  const line = { event, account, role, tier, city, version };
  if (event === 'downloaded') return audit.write(line);
  const key = `${tier} ${city} ${version}`;
  // Files of one page are asked for at once: the first is written down, the others wait for that.
  const before = session.told.get(key);
  if (before !== undefined) return before;
  const writing = audit.write(line);
  session.told.set(key, writing);
  // What could not be written down is tried again at the next request, once: nobody who waited for this one forgets a later one.
  writing.catch(() => session.told.delete(key));
  return writing;
};

/** A file on disk: whole, or the one range that is asked for (RFC 9110, 14 and 15.5.17). */
const answerFromDisk = (
  context: Context,
  { size, stream }: FileOnDisk,
  etag: string,
  headers: Record<string, string>,
): Response => {
  const { method } = context.req;
  const heads = { ...headers, 'Accept-Ranges': 'bytes' };
  // Ranges belong to GET, and to the content that the reader already holds a part of.
  const may = method === 'GET' && (context.req.header('if-range') ?? etag) === etag;
  const range = may ? byteRange(context.req.header('range'), size) : 'none';
  if (range === 'outside') return context.body(null, 416, { ...heads, 'Content-Range': `bytes */${size}` });
  const { start, end } = range === 'none' ? { start: 0, end: size - 1 } : range;
  const length = { ...heads, 'Content-Length': String(end - start + 1) };
  if (method === 'HEAD') return context.body(null, 200, length);
  if (range === 'none') return context.body(stream(start, end), 200, length);
  return context.body(stream(start, end), 206, { ...length, 'Content-Range': `bytes ${start}-${end}/${size}` });
};

const answerWith = async (context: Context, file: ListedFile, members: boolean): Promise<Response> => {
  const keep = members ? 'private' : 'public';
  const { packed } = file;
  const isPacked = packed !== undefined && takesGzip(context.req.header('accept-encoding'));
  const headers = {
    'Content-Type': file.type,
    ETag: isPacked ? weakTag(file.etag) : file.etag,
    'Cache-Control': file.immutable ? `${keep}, max-age=31536000, immutable` : `${keep}, no-cache`,
    ...(packed && { Vary: 'Accept-Encoding' }),
    ...(file.saveAs !== undefined && { 'Content-Disposition': `attachment; filename="${file.saveAs}"` }),
  };
  if (namesTag(context.req.header('if-none-match'), file.etag)) return context.body(null, 304, headers);
  if ('stream' in file.bytes) return answerFromDisk(context, file.bytes, file.etag, headers);
  // Nothing is made, or handed on, for whoever asks for the heads alone.
  const coded = isPacked ? { ...headers, 'Content-Encoding': 'gzip' } : headers;
  if (context.req.method === 'HEAD') return context.body(null, 200, coded);
  if (packed && isPacked) return context.body(await packed(), 200, coded);
  const bytes = typeof file.bytes === 'function' ? await file.bytes() : file.bytes;
  return context.body(bytes, 200, headers);
};

/**
 * The web application of an observatory or a hub: answers GET and HEAD for listed files, and the log-in's pages where there
 * are accounts. A request whose Host is not ours is refused, so that a page elsewhere cannot reach a server on this machine
 * by renaming it; so is one that a page elsewhere made the browser send.
 */
export const siteApp = ({ filesFor, requests, https, members }: SiteOptions): Hono => {
  const app = new Hono();
  const notFound = (context: Context): Response => context.text('not found', 404);
  app.use(securityHeaders({ forms: members !== undefined, https }));
  app.use(async (context, next) => {
    const host = context.req.header('host');
    if (!requests.isOurHost(host)) return notFound(context);
    const elsewhere = requests.isFromElsewhere({
      method: context.req.method,
      host,
      origin: context.req.header('origin'),
      fetchSite: context.req.header('sec-fetch-site'),
      fetchMode: context.req.header('sec-fetch-mode'),
    });
    if (elsewhere) return context.text('not from here', 403);
    await next();
  });
  if (members) app.route('/', members.logIn.app);
  app.get('*', async (context) => {
    const reader = members && (await members.logIn.readerOf(context));
    if (members && !reader) return members.logIn.askToLogIn(context);
    const path = new URL(context.req.url).pathname;
    const files = await filesFor(reader?.tier ?? 'public', path);
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return files.has(`${path}/index.html`) ? context.redirect(`${path}/`, 308) : notFound(context);
    if (members && reader) await writeDown(members.audit, reader, file);
    return answerWith(context, file, members !== undefined);
  });
  app.all('*', (context) => context.text('method not allowed', 405));
  return app;
};
