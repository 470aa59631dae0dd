/// <reference lib="dom" />
import { elementsUnder, isWithin } from './page-elements.js';

/** Elements that never hold an article's text. */
const ELEMENTS = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu', 'figcaption']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu']);
const holdsNoText = (element: Element): boolean =>
  ELEMENTS.has(element.localName) ||
  ROLES.has(element.getAttribute('role') ?? '') ||
  element.getAttribute('aria-hidden') === 'true' ||
  element.hasAttribute('hidden');

/**
 * Words in the class or id of an element that name what surrounds an article. Matched against whole words: `share` is one
 * in `post-share` and `shareBar`, not in `shareholders`.
 */
const WORDS = new Set([
  'ad',
  'ads',
  'advert',
  'adverts',
  'advertisement',
  'adsense',
  'advertising',
  'banner',
  'bio',
  'biography',
  'breadcrumb',
  'breadcrumbs',
  'byline',
  'caption',
  'captions',
  'carousel',
  'comment',
  'comments',
  'consent',
  'cookie',
  'cookies',
  'credit',
  'credits',
  'disqus',
  'facebook',
  'flickity',
  'footer',
  'gallery',
  'gdpr',
  'login',
  'menu',
  'meteo',
  'modal',
  'nav',
  'navbar',
  'navigation',
  'newsletter',
  'outbrain',
  'pager',
  'pagination',
  'pinterest',
  'popular',
  'popup',
  'print',
  'promo',
  'promos',
  'promotion',
  'recirc',
  'recirculation',
  'recommend',
  'recommendation',
  'recommendations',
  'recommended',
  'related',
  'reltopics',
  'respond',
  'share',
  'sharebar',
  'sharedaddy',
  'sharing',
  'sidebar',
  'signup',
  'sitemap',
  'slider',
  'slideshow',
  'social',
  'sponsor',
  'sponsored',
  'subscribe',
  'subscription',
  'taboola',
  'tags',
  'taglist',
  'teaser',
  'teasers',
  'ticker',
  'timestamp',
  'toolbar',
  'tools',
  'trending',
  'twitter',
  'weather',
  'widget',
  'widgets',
  'wpcnt',
  'jp-relatedposts',
  'relatedposts',
  'yarpp',
  'mgid',
  'author-bio',
  'author-box',
  'author-card',
  'author-info',
  'author-profile',
  'author-content',
  'author-description',
  'post-author',
  'entry-author',
  'article-author',
  'about-author',
  'authorbio',
  'authorbox',
  'mostread',
  'most-read',
  'readmore',
  'read-next',
  'readalso',
  'read-also',
  'sociable',
  'addtoany',
  'prayer',
  'prayers',
  'copyright',
  'disclaimer',
  'crosslinks',
  'infobox',
  'navbox',
  'rating',
  'ratings',
  'loginform',
  'screen-reader',
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'img-metadata',
  // the same in the languages of some sites
  'commentaires',
  'partage',
  'partager',
  'publicite',
  'similaires',
  'komentarze',
  'podobne',
  'powiazane',
  'reklama',
  'udostepnij',
  'anzeige',
  'werbung',
  'kommentare',
  'teilen',
  'comentarios',
  'compartir',
  'publicidad',
  'relacionadas',
  'relacionados',
]);

/** Those of the words of class and id, and of each two that follow each other, as `author-box`, that name surroundings. */
const wordsIn = (classAndId: string): ReadonlySet<string> => {
  const words = classAndId
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const all = [...words, ...words.slice(1).map((word, index) => `${words[index]}-${word}`)];
  return new Set(all.filter((word) => WORDS.has(word)));
};

const PROTECTED = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE', 'BLOCKQUOTE', 'H1']);
/** A run of text of this many characters outside links is prose. */
const PROSE = 40;
const ELEMENT = 1;
const TEXT = 3;

const OTHERS_WORDS = new Set(['comment', 'comments', 'disqus', 'respond']);
const COMMENTS = 3.6;

const UNREAD = new Set<string | undefined>(['script', 'style', 'noscript']);
/** Not `nodeName`, which linkedom puts into capitals every time; undefined for what is no element. */
const nameOf = (node: Node | null): string | undefined =>
  node?.nodeType === ELEMENT ? (node as Element).localName : undefined;

/** Characters of prose under every element that has any. */
const measureProse = (root: Element): Map<Node, number> => {
  const prose = new Map<Node, number>();
  let node: Node | null = root;
  let links = 0;
  while (node) {
    if (nameOf(node) === 'a') links += 1;
    const length = node.nodeType === TEXT && links === 0 ? (node.nodeValue?.trim().length ?? 0) : 0;
    if (length >= PROSE && !UNREAD.has(nameOf(node.parentNode))) {
      for (let above = node.parentNode; above; above = above.parentNode)
        prose.set(above, (prose.get(above) ?? 0) + length);
    }
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node) {
      if (nameOf(node) === 'a') links -= 1;
      if (node === root) node = null;
      else if (node.nextSibling) break;
      else node = node.parentNode;
    }
    node = node?.nextSibling ?? null;
  }
  return prose;
};

/**
 * Takes out of a page what is not its article: navigation, captions, sharing, related links, comments, weather and the
 * like. What a word names stays, whatever it says, if all that it names holds more than a quarter of the page's prose:
 * sites call their main column, or every section of it, after anything.
 */
export const removeClutter = (document: Document): void => {
  const prose = measureProse(document.documentElement);
  const proseOf = (element: Element): number => prose.get(element) ?? 0;
  const limit = proseOf(document.documentElement) / 4;
  const isOpen = (element: Element): boolean =>
    element.parentNode !== null && !PROTECTED.has(element.tagName.toUpperCase());
  for (const element of elementsUnder(document)) {
    if (holdsNoText(element) && isOpen(element) && proseOf(element) <= limit) element.remove();
  }
  const named = new Map<string, Element[]>();
  const known = new Map<string, ReadonlySet<string>>();
  for (const element of elementsUnder(document)) {
    const classAndId = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (classAndId === ' ') continue;
    const words = known.get(classAndId) ?? wordsIn(classAndId);
    known.set(classAndId, words);
    if (words.size === 0 || !isOpen(element) || !isWithin(element, 'body')) continue;
    for (const word of words) {
      const others = named.get(word) ?? [];
      // An element within one of the same name is gone with it.
      if (!others.at(-1)?.contains(element)) others.push(element);
      named.set(word, others);
    }
  }
  for (const [word, elements] of named) {
    const sum = elements.reduce((total, element) => total + proseOf(element), 0);
    if (sum <= (OTHERS_WORDS.has(word) ? COMMENTS : 1) * limit) for (const element of elements) element.remove();
  }
};
