import { contentId } from '@marsad/records';
import type { GazetteerEntry } from './entry.js';
import { evidenceFor, type Reading } from './evidence.js';
import { foldWord } from './fold-word.js';
import { type Claim, type Names, type NameTree, nameTree } from './name-tree.js';
import { openOtherPlaces } from './other-places.js';
import { FACT } from './word-facts.js';
import { type FoundWord, openWordFinder, type WordHit } from './word-finder.js';
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
/** What a name in another language than the text's takes from the log-odds. */
const OTHER_LANGUAGE = 0.3;
/** What a name gains that is borne by several areas, for the one that is also named otherwise in the same text. */
const NAMED_BESIDES = 0.9;
/** "Les Filets" is a place where "filets" are nets. */
const NO_ARTICLE = 2;
/** A name run together that is shorter is found in hashtags only: #seagate is a place, Seagate need not be. */
const SHORTEST_RUN_TOGETHER = 9;
/** An area whose name is known in the text's script is seldom meant by one that only sounds like it. */
const TWIN = 3;
const MOST_SMALL_WORDS = 2;

/** Names of Arabic-speaking cities, in Latin letters too. */
const MAGHREBI =
  /\p{Script=Arabic}|\b(?:sidi|moulay|hay|bab|ben|beni|oued|wadi|derb|borj|jebel|djebel|jabal|al|el|ain|aïn)\b/iu;

interface Found {
  start: number;
  from: number;
  /** index after the last word */
  to: number;
  prefix: string;
  cost: number;
  exact: boolean;
  /** a word is written in another script than the gazetteer's */
  crossed: boolean;
  areas: Map<string, Claim>;
}

/** All names that begin at a word, longest first, then by closeness of spelling. */
const namesAt = (
  { root, vocabulary }: Names,
  words: readonly Word[],
  found: readonly FoundWord[],
  from: number,
): Found[] => {
  const first = words[from];
  const begun = found[from];
  if (!first || !begun) return [];
  const all: Found[] = [];
  const walk = (tree: NameTree, at: number, head: WordHit, cost: number, exact: boolean, crossed: boolean): void => {
    if (tree.areas.size > 0)
      all.push({
        start: first.start + head.offset + (head.withoutIt ? (first.article ?? 0) : 0),
        from,
        to: at,
        prefix: head.prefix,
        cost: at === from + 1 ? cost + head.alone : cost,
        exact,
        crossed,
        areas: tree.areas,
      });
    if (tree.next.size === 0) return;
    for (let ahead = at, skipped = 0; skipped <= MOST_SMALL_WORDS; ahead += 1, skipped += 1) {
      const word = words[ahead];
      const here = found[ahead];
      if (!word?.joined || !here) return;
      for (const hit of here.hits) {
        const next = hit.prefix === '' ? tree.next.get(hit.number) : undefined;
        if (next)
          walk(next, ahead + 1, head, cost + hit.cost, exact && hit.how === 'exact', crossed || hit.how === 'script');
      }
      if ((here.facts & FACT.small) === 0) return;
    }
  };
  for (const hit of begun.hits) {
    const next = root.next.get(hit.number);
    if (vocabulary.words[hit.number]?.tag && !first.tagged && first.folded.length < SHORTEST_RUN_TOGETHER) continue;
    if (next) walk(next, from + 1, hit, hit.cost, hit.how === 'exact', hit.how === 'script');
  }
  return all.sort((a, b) => b.to - a.to || a.cost - b.cost);
};

/** 2-1, 70–65: the score of a match. */
const SCORE = /(?<![\d/.-])\d{1,3}\s?[-–:]\s?\d{1,3}(?![\d/.-])/;

const readingOf = (
  text: string,
  words: readonly Word[],
  facts: readonly number[],
  places: Reading['places'],
): Reading => {
  const capitals = words.filter(({ written }) => /^\p{Lu}\P{Lu}/u.test(written)).length;
  const matchWords = facts.filter((fact) => fact & FACT.match).length;
  return {
    words,
    facts,
    places,
    cased: capitals > 0,
    match:
      matchWords >= 2 ||
      (matchWords === 1 && SCORE.test(text)) ||
      (SCORE.test(text) && facts.some((fact) => fact & FACT.club)),
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
  const names = nameTree(entries, (words) => others.isNamed(words.map(({ folded }) => folded)));
  const maghrebi = entries.some(({ names }) => names.some((name) => MAGHREBI.test(name)));
  const findWord = openWordFinder(names.vocabulary, maghrebi);
  const keys = entries.map(({ areaId, names, kind, language }) =>
    JSON.stringify([areaId, [...names].sort(), kind ?? 'name', language ?? null]),
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
    let reading: Reading | undefined;
    const judged: Judged[] = [];
    let from = 0;
    while (from < words.length) {
      const [best] = namesAt(names, words, found, from);
      from += 1;
      if (!best) continue;
      reading ??= readingOf(
        text,
        words,
        found.map(({ facts }) => facts),
        others.find(words),
      );
      const end = words[best.to - 1]?.end ?? best.start;
      const opener = words[best.from - 1];
      const articled = words[best.from]?.joined && opener && /^(?:la|le|les|the)$/.test(opener.folded);
      // A name that is not meant here hides the shorter names in it, unless it was only guessed from its sound.
      for (const [areaId, claim] of [...best.areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const { kind, prior, article, languages } = claim;
        const foreign = language !== undefined && languages.size > 0 && !languages.has(language) ? OTHER_LANGUAGE : 0;
        const arabic = /\p{Script=Arabic}/u.test(words[best.from]?.written ?? '');
        const twin =
          best.crossed && (arabic ? claim.scripts.arabic : claim.scripts.other)
            ? best.to - best.from > 1
              ? TWIN / 4
              : TWIN
            : 0;
        const bare = article && !articled && best.to - best.from === 1 ? NO_ARTICLE : 0;
        const odds =
          prior -
          best.cost -
          twin -
          bare -
          foreign +
          evidenceFor(reading, { ...best, kind, listed: claim.rank === 2 }, others, text);
        const start = article && articled && best.prefix === '' ? opener.start : best.start;
        if (odds <= 0 && !best.exact) continue;
        from = best.to;
        judged.push({ start, end, areaId, odds, core: claim.core, claims: best.areas.size });
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
    version: contentId('gazetteer', 'rules-2', JSON.stringify([...cityNames].sort()), ...new Set(keys.sort())),
  };
};

interface Judged {
  start: number;
  end: number;
  areaId: string;
  odds: number;
  core: boolean;
  /** how many areas bear the name */
  claims: number;
}

/** What a doubtful name gains from a sure one in the same text, and when the two are written as a pair: "X and Y". */
const BESIDE_SURE = 0.7;
const PAIRED = 2.2;
const LONGEST_PAIR = 12;
const PAIR = /^\s*(?:,|\/|-|–|et|and|و|и|dhe|na|à|to|وال)?\s*(?:la|le|les|el|ال)?\s*$/iu;

/** Weighs doubtful names once more by the nearest sure ones before and after them. */
const supported = (judged: readonly Judged[], text: string): Mention[] => {
  const isSure = ({ odds }: Judged): boolean => odds > 1;
  const after: (Judged | undefined)[] = [];
  let next: Judged | undefined;
  for (let at = judged.length - 1; at >= 0; at -= 1) {
    after[at] = next;
    const here = judged[at];
    if (here && isSure(here)) next = here;
  }
  let previous: Judged | undefined;
  return judged.flatMap((here, at): Mention[] => {
    const { start, end, areaId, odds, core, claims } = here;
    const beside = [previous, after[at]].filter((other) => other && other.start !== start && other.areaId !== areaId);
    const paired = beside.some((other) => {
      if (!other) return false;
      const gap = other.start >= end ? text.slice(end, other.start) : text.slice(other.end, start);
      return gap.length <= LONGEST_PAIR && PAIR.test(gap);
    });
    if (isSure(here)) previous = here;
    const gained = odds > 1 || beside.length === 0 ? 0 : paired ? PAIRED : core ? 0 : BESIDE_SURE;
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
