import { Parser } from 'htmlparser2';
import { canonicalUrl } from '../steps/canonical-url.js';

const MAXIMUM_LINKS = 5_000;
const NEXT_WORDS =
  /^\s*(?:[»›→]|>{1,2}|next(?: page)?\s*[»›→>]*|(?:page )?suivante?\s*[»›→>]*|التالي(?:ة)?\s*[«»‹›←→]*|الصفحة التالية)\s*$/iu;

export interface PageLinks {
  /** canonical, in page order, without repeats */
  links: string[];
  /** the page after this one in a series */
  next: string | undefined;
  /** what the page asks of robots: neither to keep it nor to follow its links */
  noIndex: boolean;
  noFollow: boolean;
}

const asks = (content: string | undefined, word: RegExp): boolean => content !== undefined && word.test(content);

/** Whether X-Robots-Tag or a robots meta asks that the page be not kept. A part addressed to another robot is not ours. */
export const asksNotToKeep = (content: string | undefined): boolean =>
  asks(content, /(?:^|[,;\s])(?:noindex|noarchive|none)(?=$|[,;\s])/i);
const asksNotToFollow = (content: string | undefined): boolean =>
  asks(content, /(?:^|[,;\s])(?:nofollow|none)(?=$|[,;\s])/i);

/** The links of a page in one streaming pass. Never throws. */
export const pageLinks = (html: string, url: string): PageLinks => {
  const links = new Set<string>();
  let base = url;
  let next: string | undefined;
  let noIndex = false;
  let noFollow = false;
  let anchor: { href: string; text: string } | undefined;
  const resolve = (href: string | undefined): string | undefined =>
    href === undefined ? undefined : canonicalUrl(href.trim(), base);
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href, rel = '', content } = attributes;
      if (name === 'base' && href !== undefined && base === url && URL.canParse(href, url))
        base = new URL(href, url).href;
      if (name === 'meta' && /^(?:robots|marsad)$/i.test(attributes.name ?? '')) {
        noIndex ||= asksNotToKeep(content);
        noFollow ||= asksNotToFollow(content);
      }
      if (name !== 'a' && name !== 'area' && name !== 'link') return;
      const target = resolve(href);
      if (target === undefined) return;
      if (/\bnext\b/i.test(rel)) next ??= target;
      if (name === 'link') return;
      if (links.size < MAXIMUM_LINKS) links.add(target);
      anchor = { href: target, text: '' };
    },
    ontext(text) {
      if (anchor && anchor.text.length < 60) anchor.text += text;
    },
    onclosetag(name) {
      if (name !== 'a' || !anchor) return;
      if (NEXT_WORDS.test(anchor.text) && anchor.href !== url) next ??= anchor.href;
      anchor = undefined;
    },
  });
  parser.end(html);
  if (next !== undefined) links.add(next);
  return { links: [...links], next, noIndex, noFollow };
};
