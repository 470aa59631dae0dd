import { contentId } from '@marsad/records';
import type { GazetteerEntry } from './entry.js';
import { foldWord } from './fold-word.js';
import { oddsOf } from './judge-name.js';
import { nameTree } from './name-tree.js';
import { type Found, namesAt } from './names-at.js';
import { type OtherPlaces, openOtherPlaces } from './other-places.js';
import type { Reading } from './signs/scene.js';
import { FACT } from './word-facts.js';
import { type FoundWord, openWordFinder } from './word-finder.js';
import { type Word, withArticles, wordsOf } from './words.js';

/** A name found in a text. */
export interface Mention {
  /** offsets in UTF-16 code units, end exclusive */
  start: number;
  end: number;
  areaId: string;
  /** 0–1: how likely it is that exactly this area is meant, as far as the text says */
  confidence: number;
}

export interface Gazetteer {
  /**
   * Names in a text, in order, without overlaps: those that more likely than not mean the area.
   * @param options.language ISO 639-3 code of the text, if known
   * @param options.doubtful also the names that several areas bear and the text does not choose between
   */
  findMentions(text: string, options?: { language?: string; doubtful?: boolean }): Mention[];
  /** Areas called exactly so, spelling aside; sorted. Ambiguity with plain words does not matter here. */
  areasNamed(name: string): string[];
  /** hash of the entries */
  version: string;
}

/** Below even odds a name is left out. */
const EVEN = 0.5;
/** An area whose claim to a name is weaker by so much in log-odds is no rival: Hay Salam where another is called Salam. */
const MARGIN = 2;
/** A text with more capitals than this share of its words is a headline: its capitals say nothing. */
const MOSTLY = 0.6;
/** What a name gains that is borne by several areas, for the one that is also named otherwise in the same text. */
const NAMED_BESIDES = 0.9;

const ARTICLES = new Set(['la', 'le', 'les', 'the']);
/** French prepositions with the article in them. */
const CONTRACTED = new Set(['du', 'des', 'au', 'aux']);

/** Names of Arabic-speaking cities, in Latin letters too. */
const MAGHREBI =
  /\p{Script=Arabic}|\b(?:sidi|moulay|hay|bab|ben|beni|oued|wadi|derb|borj|jebel|djebel|jabal|al|el|ain|aïn)\b/iu;

/**
 * What is known of a text as a whole. A city or country inside a longer name of ours is part of that name: Virginia Village.
 */
const readingOf = (
  text: string,
  words: readonly Word[],
  found: readonly FoundWord[],
  met: readonly (Found | undefined)[],
  others: OtherPlaces,
): Reading => {
  const own = new Set<number>();
  const inside = new Set<number>();
  for (const each of met)
    for (let at = each?.from ?? 0; each?.exact && at < each.to; at += 1) {
      own.add(at);
      if (each.to - each.from > 1) inside.add(at);
    }
  // Our own Miami is not Florida's, but "Mountain View, California" is.
  const isOurs = (from: number, to: number): boolean => {
    const { start = 0 } = words[from] ?? {};
    return (
      met[from]?.exact === true && met[from]?.to === to && !/[,،]\s*$/.test(text.slice(Math.max(0, start - 3), start))
    );
  };
  const places = others
    .find(words)
    .filter(({ from, to, home }) => !(to - from === 1 && inside.has(from)) && (home || !isOurs(from, to)));
  const capitals = words.filter(({ written }) => /^\p{Lu}/u.test(written)).length;
  return {
    words,
    facts: found.map(({ facts }) => facts),
    places,
    inPlaces: new Set(places.flatMap(({ from, to }) => words.slice(from, to).map((_, at) => from + at))),
    cased: words.some(({ written }) => /^\p{Lu}\P{Lu}/u.test(written)),
    namesCased: words.some(({ written, joined }) => joined && /^\p{Lu}\p{Ll}/u.test(written)),
    titled: capitals > words.length * MOSTLY,
    own,
    text,
  };
};

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Opens a gazetteer: time to search grows with the length of the text only.
 * @param options.cityNames names of the city itself, in any language: a name beside another city's is not taken for ours
 */
export const openGazetteer = (
  entries: readonly GazetteerEntry[],
  options: { cityNames?: readonly string[] } = {},
): Gazetteer => {
  const { cityNames = [] } = options;
  const others = openOtherPlaces(entries, cityNames);
  const names = nameTree(entries, others);
  const maghrebi = entries.some(({ names }) => names.some((name) => MAGHREBI.test(name)));
  const findWord = openWordFinder(names.vocabulary, maghrebi);
  const keys = entries.map(({ areaId, names, kind, language }) =>
    JSON.stringify([areaId, [...names].sort(), kind ?? null, language ?? null]),
  );

  let folds = new Map<string, string>();
  const fold = (word: string): string => {
    const known = folds.get(word);
    if (known !== undefined) return known;
    if (folds.size >= 30_000) folds = new Map();
    const folded = foldWord(word);
    folds.set(word, folded);
    return folded;
  };

  const findMentions: Gazetteer['findMentions'] = (text, { language, doubtful = false } = {}) => {
    const words = withArticles(wordsOf(text, fold));
    const found = words.map(findWord);
    if (!found.some(({ hits }) => hits.length > 0)) return [];
    const met = words.map((_, at) => namesAt(names, words, found, at)[0]);
    let reading: Reading | undefined;
    const judged: Judged[] = [];
    let from = 0;
    while (from < words.length) {
      const best = met[from];
      from += 1;
      if (!best) continue;
      reading ??= readingOf(text, words, found, met, others);
      const known = reading;
      const end = words[best.to - 1]?.end ?? best.start;
      const opener = words[best.from - 1];
      const before = words[best.from]?.joined === true ? opener : undefined;
      // "Au Panier", "des Marolles": the article is in the preposition.
      const articled = before !== undefined && (ARTICLES.has(before.folded) || CONTRACTED.has(before.folded));
      // Castellane and La Castellane are two places: the article chooses.
      const withArticle =
        articled || (words[best.from]?.article !== undefined && best.start === words[best.from]?.start);
      const fitting = [...best.areas].filter(([, { article }]) => article === withArticle);
      const claims = fitting.length > 0 ? fitting : [...best.areas];
      const weighed = claims.map(([areaId, claim]) => ({
        areaId,
        claim,
        odds: oddsOf(known, best, claim, { articled, language, others }),
      }));
      const likeliest = Math.max(...weighed.map(({ odds }) => odds));
      const claimed = weighed.filter(({ odds }) => odds >= likeliest - MARGIN);
      // A name that is not meant here hides the shorter names in it, unless it was only guessed from its sound.
      if (!best.exact && claimed.every(({ odds }) => odds <= 0)) continue;
      from = best.to;
      for (const { areaId, claim, odds } of claimed.sort((a, b) => (a.areaId < b.areaId ? -1 : 1))) {
        const start =
          claim.article && before && ARTICLES.has(before.folded) && best.prefix === '' ? before.start : best.start;
        judged.push({
          prefix: best.prefix,
          start,
          end,
          areaId,
          odds,
          plainly: best.exact && !claim.core,
          claims: claimed.length,
        });
      }
    }
    return settled(supported(judged, text), doubtful);
  };

  const areasNamed = (name: string): string[] => {
    const words = withArticles(wordsOf(name, fold));
    const found = words.map(findWord);
    const whole = found.findIndex(({ facts }) => (facts & FACT.small) === 0);
    const exact = namesAt(names, words, found, Math.max(0, whole)).find(
      ({ to, exact: spelled, prefix }) => to === words.length && spelled && prefix === '',
    );
    return exact ? [...exact.areas].flatMap(([area, { core }]) => (core ? [] : [area])).sort() : [];
  };

  return {
    findMentions,
    areasNamed,
    version: contentId('gazetteer', 'rules-5', JSON.stringify([...cityNames].sort()), ...new Set(keys.sort())),
  };
};

interface Judged {
  /** prefixes written onto it */
  prefix: string;
  start: number;
  end: number;
  areaId: string;
  odds: number;
  /** neither recognised by sound alone nor left over from a longer name */
  plainly: boolean;
  /** how many areas bear the name */
  claims: number;
}

/** What a doubtful name gains from a sure one in the same text, and when the two are written as a pair: "X and Y". */
const SURE = 0.5;
const BESIDE_SURE = 0.7;
const PAIRED = 2.2;
const LONGEST_PAIR = 12;
/** "from X to Y", "between X and Y": a way has two ends, and names of two areas are hardly there by chance. */
const WAY = 2.8;
const FROM =
  /(?:^|[\s\p{P}])(?:من|بين|from|between|de|du|des|depuis|entre|min|mn|mel)\s*(?:la|le|les|el|al|the|l['’])?\s*(?:ال)?$/iu;
const TO =
  /^\s*(?:الي|الى|إلى|لل|ل|ع|عال|لحد|حتي|حتى|و|to|and|till|à|a|au|aux|et|jusqu['’]?(?:à|au)|l|li|hatta|w|->|→|➡️)\s*(?:la|le|les|el|al|the|l['’])?\s*(?:ال)?$/iu;
const PAIR = /^\s*(?:,|\/|-|–|et|and|و|и|dhe|na|à|to|وال)?\s*(?:la|le|les|el|ال)?\s*$/iu;

/** Weighs doubtful names once more by the nearest sure ones before and after them. */
const supported = (judged: readonly Judged[], text: string): Mention[] => {
  const isSure = ({ odds }: Judged): boolean => odds > SURE;
  const after: (Judged | undefined)[] = [];
  let next: Judged | undefined;
  for (let at = judged.length - 1; at >= 0; at -= 1) {
    after[at] = next;
    const here = judged[at];
    if (here && isSure(here)) next = here;
  }
  let previous: Judged | undefined;
  return judged.flatMap((here, at): Mention[] => {
    const { start, end, areaId, odds, plainly, claims } = here;
    const beside = [previous, after[at]].filter((other) => other && other.start !== start && other.areaId !== areaId);
    const paired = beside.some((other) => {
      if (!other) return false;
      const gap = other.start >= end ? text.slice(end, other.start) : text.slice(other.end, start);
      return gap.length <= LONGEST_PAIR && PAIR.test(gap);
    });
    const [back, on] = [judged[at - 1], judged[at + 1]];
    const isWay = (one: Judged, two: Judged): boolean =>
      one.areaId !== two.areaId &&
      two.start - one.end <= LONGEST_PAIR &&
      FROM.test(text.slice(Math.max(0, one.start - LONGEST_PAIR), one.start)) &&
      (TO.test(text.slice(one.end, two.start)) ||
        (/[لعو]/.test(two.prefix) && text.slice(one.end, two.start).trim() === ''));
    const way = (back && isWay(back, here)) || (on && isWay(here, on));
    if (isSure(here)) previous = here;
    const gained = odds > SURE ? 0 : way ? WAY : beside.length === 0 ? 0 : paired ? PAIRED : plainly ? BESIDE_SURE : 0;
    const confidence = sigmoid(odds + gained);
    return confidence < EVEN ? [] : [{ start, end, areaId, confidence: confidence / claims }];
  });
};

/** Names of several areas are given to the one that the text also names otherwise; what then stays open is left out. */
const settled = (mentions: readonly Mention[], doubtful: boolean): Mention[] => {
  const sure = new Set(mentions.filter(({ confidence }) => confidence >= EVEN).map(({ areaId }) => areaId));
  const rivals = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const known = rivals.get(mention.start);
    if (known) known.push(mention);
    else rivals.set(mention.start, [mention]);
  }
  return mentions.flatMap((mention): Mention[] => {
    if (mention.confidence >= EVEN) return [mention];
    const all = rivals.get(mention.start) ?? [];
    const named = all.filter(({ areaId }) => sure.has(areaId));
    if (named.length === 1 && named.includes(mention))
      return [{ ...mention, confidence: mention.confidence * all.length * NAMED_BESIDES }];
    return doubtful ? [mention] : [];
  });
};
