import { contentId } from '@marsad/records';
import { readingsOf } from './clitics.js';
import { hasCue } from './cues.js';
import type { GazetteerEntry } from './entry.js';
import { type Claim, type NameTree, nameTree } from './name-tree.js';
import { type Word, wordsOf } from './words.js';

/** A place named in a text: `text.slice(start, end)`, UTF-16 code units. */
export interface Mention {
  start: number;
  end: number;
  areaId: string;
  /** 0 to 1; below 0.5 the name fits several areas */
  confidence: number;
}

export interface Gazetteer {
  /**
   * Names of areas in a text, as whole words, the longest at each place, in the order of the text. A name that fits
   * several areas gives one mention for each, sorted by area.
   * @param options.language ISO 639-3 code of the text: names of that language are trusted a little more
   */
  findMentions(text: string, options?: { language?: string }): Mention[];
  /** The areas whose name is exactly this text, spelling aside; sorted. Ambiguity with plain words does not matter here. */
  areasNamed(name: string): string[];
  /** hash of the entries */
  version: string;
}

/** How far a find is trusted. Chosen by hand; `marsad evaluate places` will measure them. */
const CONFIDENCE = { plain: 0.95, prefixed: 0.9, cued: 0.8, otherLanguage: 0.05 } as const;

/** A one-word name that is shorter and has a prefix before it is too easily a chance hit. */
const SHORTEST_ALONE = 3;

interface Found {
  start: number;
  /** index after the last word */
  to: number;
  prefixed: boolean;
  areas: [string, Claim][];
}

/** All names that begin at a word, longest first; for equal length the reading with fewer prefixes first. */
const namesAt = (root: NameTree, words: readonly Word[], from: number): Found[] => {
  const first = words[from];
  if (!first) return [];
  const found: Found[] = [];
  readingsOf(first).forEach(({ word, start }, reading) => {
    let at = root.next.get(word);
    for (let to = from + 1; at; to += 1) {
      const chance = reading > 0 && to === from + 1 && word.length < SHORTEST_ALONE;
      if (at.areas.size > 0 && !chance) found.push({ start, to, prefixed: reading > 0, areas: [...at.areas] });
      const next = words[to];
      at = next?.joined ? at.next.get(next.folded) : undefined;
    }
  });
  return found.sort((a, b) => b.to - a.to);
};

const confidenceOf = ({ ambiguous, languages }: Claim, prefixed: boolean, language: string | undefined): number => {
  const trust = ambiguous ? CONFIDENCE.cued : prefixed ? CONFIDENCE.prefixed : CONFIDENCE.plain;
  const foreign = language !== undefined && languages.size > 0 && !languages.has(language);
  return foreign ? trust - CONFIDENCE.otherLanguage : trust;
};

/** Opens a gazetteer: time to search grows with the length of the text only. */
export const openGazetteer = (entries: readonly GazetteerEntry[]): Gazetteer => {
  const root = nameTree(entries);
  const keys = entries.map(({ areaId, names, kind, language }) =>
    JSON.stringify([areaId, [...names].sort(), kind ?? 'name', language ?? null]),
  );

  const findMentions: Gazetteer['findMentions'] = (text, { language } = {}) => {
    const words = wordsOf(text);
    const mentions: Mention[] = [];
    let from = 0;
    while (from < words.length) {
      const here = from;
      from += 1;
      for (const { start, to, prefixed, areas } of namesAt(root, words, here)) {
        const certain = areas.filter(([, { ambiguous }]) => !ambiguous || hasCue(words, here, to, prefixed));
        const end = words[to - 1]?.end;
        if (certain.length === 0 || end === undefined) continue;
        certain.sort(([a], [b]) => (a < b ? -1 : 1));
        for (const [areaId, claim] of certain)
          mentions.push({ start, end, areaId, confidence: confidenceOf(claim, prefixed, language) / certain.length });
        from = to;
        break;
      }
    }
    return mentions;
  };

  const areasNamed = (name: string): string[] => {
    let at: NameTree | undefined = root;
    for (const { folded } of wordsOf(name)) at = at?.next.get(folded);
    return at ? [...at.areas.keys()].sort() : [];
  };

  return { findMentions, areasNamed, version: contentId('gazetteer', ...new Set(keys.sort())) };
};
