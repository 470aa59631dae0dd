import { DropCounter, type DropCounts } from '@marsad/records';
import { parseFlat } from '../extract/parse-flat.js';
import { canonicalUrl } from '../steps/canonical-url.js';
import { robotsWishes } from './robots-wishes.js';

/** No page for people has more; link farms have hundreds of thousands. */
const MAXIMUM_LINKS = 5_000;
/** Anchors looked at, also where most of them repeat one another. */
const MAXIMUM_ANCHORS = 20_000;
/** Of two addresses that cannot be read, the longer one is no slip of the pen. */
const LONG_ADDRESS = 1_500;
const MAXIMUM_WORDS = 60;
const NEXT_WORDS =
  /^\s*(?:[»›→]|>{1,2}|next(?: page)?\s*[»›→>]*|(?:page )?suivante?\s*[»›→>]*|التالي(?:ة)?\s*[«»‹›←→]*|الصفحة التالية)\s*$/iu;

export interface PageLinks {
  /** canonical, in page order, without repeats */
  links: string[];
  /** anchors that were not looked at, by reason */
  leftOut: DropCounts;
  /** the page after this one in a series */
  next: string | undefined;
  /** what the page asks of robots: neither to keep it nor to follow its links */
  noIndex: boolean;
  noFollow: boolean;
}

/** The links of a page in one streaming pass. Never throws. */
export const pageLinks = (html: string, url: string): PageLinks => {
  const links = new Set<string>();
  let base = url;
  let next: string | undefined;
  let noIndex = false;
  let noFollow = false;
  let anchors = 0;
  const leftOut = new DropCounter();
  let anchor: { href: string; text: string } | undefined;
  const isFull = (): boolean => anchors >= MAXIMUM_ANCHORS || links.size >= MAXIMUM_LINKS;
  parseFlat(html, {
    onopentag(name, attributes) {
      const { href, rel = '', content } = attributes;
      if (name === 'base' && href !== undefined && base === url && URL.canParse(href, url))
        base = new URL(href, url).href;
      if (name === 'meta' && /^(?:robots|marsad)$/i.test(attributes.name ?? '')) {
        const wishes = robotsWishes(content);
        noIndex ||= wishes.noIndex;
        noFollow ||= wishes.noFollow;
      }
      if ((name !== 'a' && name !== 'area' && name !== 'link') || href === undefined) return;
      const isNext = next === undefined && /\bnext\b/i.test(rel);
      if (name === 'link' && !isNext) return;
      if (isFull()) {
        leftOut.add('too-many-links');
        return;
      }
      anchors += 1;
      const target = canonicalUrl(href.trim(), base);
      if (target === undefined) {
        if (href.length > LONG_ADDRESS) leftOut.add('address-too-long');
        return;
      }
      if (isNext) next = target;
      if (name === 'link') return;
      links.add(target);
      anchor = { href: target, text: '' };
    },
    ontext(text) {
      if (anchor && anchor.text.length < MAXIMUM_WORDS) anchor.text += text;
    },
    onclosetag(name) {
      if (name !== 'a' || !anchor) return;
      if (anchor.text.length <= MAXIMUM_WORDS && NEXT_WORDS.test(anchor.text) && anchor.href !== url)
        next ??= anchor.href;
      anchor = undefined;
    },
  });
  if (next !== undefined) links.add(next);
  return { links: [...links], leftOut: leftOut.toJSON(), next, noIndex, noFollow };
};
