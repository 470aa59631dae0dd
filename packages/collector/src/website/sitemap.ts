import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { decodeXml } from '../extract/decode-xml.js';

/** The protocol's own limits (sitemaps.org): 50,000 addresses and 50 MB a file. */
const MAXIMUM_ADDRESSES = 50_000;
const MAXIMUM_BYTES = 50_000_000;
const CHUNK = 65_536;

export interface Sitemap {
  /** `index`: the addresses are those of other sitemaps */
  kind: 'pages' | 'index';
  urls: string[];
}

const unpacked = (bytes: Uint8Array): Uint8Array | undefined => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAXIMUM_BYTES });
  } catch {
    return undefined;
  }
};

/** Whether the bytes look like a sitemap: gzip, or XML whose root says so. */
export const looksLikeSitemap = (bytes: Uint8Array): boolean => {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  return /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'));
};

/**
 * Reads a sitemap or sitemap index, gzip included, up to the limits of the protocol. A broken one gives what stands before
 * the break. A text sitemap is one address a line.
 * @param base address of the sitemap: relative addresses, which the protocol forbids and sites write, are resolved
 */
export const readSitemap = (bytes: Uint8Array, base: string): Sitemap => {
  const raw = unpacked(bytes);
  const text = raw ? decodeXml(raw) : '';
  const urls: string[] = [];
  let kind: Sitemap['kind'] = 'pages';
  const add = (written: string): void => {
    const address = written.trim();
    if (address !== '' && urls.length < MAXIMUM_ADDRESSES && URL.canParse(address, base))
      urls.push(new URL(address, base).href);
  };
  if (!text.trimStart().startsWith('<')) {
    for (const line of text.split(/\r\n?|\n/)) if (/^\s*https?:\/\//i.test(line)) add(line);
    return { kind, urls };
  }

  const parser = new SaxesParser({ xmlns: false });
  let location: string | undefined;
  const path: string[] = [];
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    if (local === 'sitemapindex') kind = 'index';
    // `loc` of images and videos lies deeper or under their own prefix.
    if (local === 'loc' && /^(?:url|sitemap)$/.test(path.at(-1) ?? '')) location = '';
    path.push(local);
  });
  parser.on('text', (data) => {
    if (location !== undefined) location += data;
  });
  parser.on('cdata', (data) => {
    if (location !== undefined) location += data;
  });
  parser.on('closetag', () => {
    path.pop();
    if (location !== undefined) add(location);
    location = undefined;
  });
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  for (let start = 0; start < text.length && !broken && urls.length < MAXIMUM_ADDRESSES; start += CHUNK) {
    parser.write(text.slice(start, start + CHUNK));
  }
  return { kind, urls };
};
