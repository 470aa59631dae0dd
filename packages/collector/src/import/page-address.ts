import { Parser } from 'htmlparser2';
import { canonicalUrl } from '../steps/canonical-url.js';

/** What a saved page says of itself stands at its begin. */
const HEAD_CHARACTERS = 100_000;

/**
 * The address that a saved page says it has: what the browser wrote into it, its canonical link, `og:url`.
 * @returns undefined when it says none, or none of the web
 */
export const pageAddress = (html: string): string | undefined => {
  const found: { saved?: string; canonical?: string; social?: string } = {};
  const parser = new Parser({
    oncomment(text) {
      const saved = /saved from url=\(\d+\)(\S+)/i.exec(text)?.[1];
      if (saved !== undefined) found.saved ??= saved;
    },
    onopentag(name, { rel = '', href, property, content }) {
      if (name === 'link' && /\bcanonical\b/i.test(rel) && href !== undefined) found.canonical ??= href;
      if (name === 'meta' && property === 'og:url' && content !== undefined) found.social ??= content;
    },
  });
  parser.end(html.slice(0, HEAD_CHARACTERS));
  for (const written of [found.canonical, found.saved, found.social]) {
    const url = written === undefined ? undefined : canonicalUrl(written.trim());
    if (url !== undefined) return url;
  }
  return undefined;
};
