// node bench/serve-crawl-site.mjs <pages>: serves the site of corpora/crawl-site.mjs on loopback until it is disconnected,
// in a process of its own, so that its work is nobody's time. Sends its port and paths to the process that forked it.
import { createServer } from 'node:http';
import { crawlSite } from './corpora/crawl-site.mjs';

const site = new Map([...crawlSite(Number(process.argv[2]))].map(([path, html]) => [path, Buffer.from(html)]));
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const body = site.get(request.url ?? '');
  response.writeHead(body ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body?.length ?? 0,
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ port, paths: [...site.keys()] });
});
process.on('disconnect', () => process.exit());
