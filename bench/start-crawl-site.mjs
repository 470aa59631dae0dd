import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('serve-crawl-site.mjs', import.meta.url));

/**
 * Starts the site in a process of its own.
 * @param {number} pages
 * @returns {Promise<{ origin: string, paths: string[], close: () => void }>}
 */
export const startCrawlSite = async (pages) => {
  const child = fork(SERVER, [String(pages)], { execArgv: [] });
  const [{ port, paths }] = await once(child, 'message');
  return { origin: `http://127.0.0.1:${port}`, paths, close: () => child.disconnect() };
};
