import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const VIEWER = fileURLToPath(new URL('../packages/map-ui/dist/viewer/', import.meta.url));
const PRERENDER = new URL('../packages/map-ui/dist/prerender/prerender.js', import.meta.url).href;

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/**
 * The built viewer beside a snapshot and with its first views, on loopback, gzipped as any host does.
 * @param {{ manifest: object, areas: object[], blocks: object[] }} snapshot
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export const servePage = async ({ manifest, areas, blocks }, files = new Map()) => {
  for (const entry of readdirSync(VIEWER, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${path.slice(VIEWER.length)}`, readFileSync(path));
  }
  for (const [path, body] of files) {
    if (!path.includes('/map-shell-') || !path.endsWith('.js')) continue;
    // The map tells the window where it is, since nothing else on the page knows it.
    const tell = 'if(this.triggerRepaint)globalThis.openedMap=this;';
    files.set(path, String(body).replaceAll(/\bsetFeatureState\(\w+,\w+\)\{/g, `$&${tell}`));
  }
  files.set('/data/manifest.json', JSON.stringify(manifest));
  files.set('/data/areas.geojson', JSON.stringify({ type: 'FeatureCollection', features: areas }));
  files.set('/data/figures.json', JSON.stringify({ blocks }));
  /** @type {{ firstViews: (texts: (name: string) => string | undefined) => Promise<Record<string, string> | null>, pageWithFirstViews: (page: string, folder: string) => string, servedFigures: (text: string) => string }} */
  const { firstViews, pageWithFirstViews, servedFigures } = await import(PRERENDER);
  const views = await firstViews((name) => files.get(`/data/${name}`));
  for (const [language, html] of Object.entries(views ?? {})) files.set(`/first/made/${language}.html`, html);
  files.set('/first/made/figures.json', servedFigures(files.get('/data/figures.json')));
  files.set('/', pageWithFirstViews(String(files.get('/index.html')), 'first/made'));
  for (const [path, body] of files) if (!path.endsWith('.woff2')) files.set(path, gzipSync(body));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const body = files.get(pathname);
    if (body === undefined) return response.writeHead(404).end();
    const type = pathname === '/' ? 'text/html' : (TYPES[extname(pathname)] ?? 'application/octet-stream');
    const headers = pathname.endsWith('.woff2') ? {} : { 'content-encoding': 'gzip' };
    return response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('expected a port on loopback');
      resolve({ origin: `http://127.0.0.1:${address.port}`, close: () => server.close().closeAllConnections() });
    });
  });
};
