import { type Block, nextWeek, type ProtectionRules } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { leastUnplaced, SLACK } from '../remainder.js';
import { subsetsOf } from './subsets.js';

/** Posts that subtracting neighbourhoods leaves of some languages, in blocks of the city one after the other. */
export interface ThinLanguages {
  city: ShownBlock[];
  /** blocks of neighbourhoods that were subtracted */
  taken: ShownBlock[];
  /** the languages that were looked at: these alone, or all but these */
  languages: string[];
  allBut: boolean;
  left: number;
  /** how many must be left */
  least: number;
}

const isShown = (block: Block): block is ShownBlock => block.status === 'shown';

const languagesOf = ({ figures }: ShownBlock): string[] => Object.keys(figures.languages);

/** Posts of a block among which its languages were counted. */
const counted = ({ figures }: ShownBlock): number => figures.flaggedBy?.posts ?? figures.posts;

const postsOf = ({ figures }: ShownBlock, languages: readonly string[]): number =>
  languages.reduce((sum, code) => sum + (figures.languages[code] ?? 0), 0);

/** One look at a run of city blocks: what a reader can reckon of some languages. */
interface Look {
  languages: string[];
  allBut: boolean;
  left: number;
  least: number;
  taken: ShownBlock[];
}

const looksAt = (languages: readonly string[]): Look[] => {
  const look = (of: string[], allBut: boolean): Look => ({ languages: of, allBut, left: 0, least: SLACK, taken: [] });
  return [...languages.map((code) => look([code], false)), ...subsetsOf(languages).map((set) => look(set, true))];
};

/** Adds a block of the city to a look. Of every part that it tells, the rest included, so many posts name no neighbourhood: readers know the rule. */
const addCity = (look: Look, block: ShownBlock, rules: ProtectionRules): void => {
  const own = postsOf(block, look.languages);
  look.left += look.allBut ? counted(block) - own : own;
  const others = languagesOf(block).filter((code) => !look.languages.includes(code)).length;
  const hasRest = counted(block) > postsOf(block, languagesOf(block));
  look.least += leastUnplaced(rules) * (look.allBut ? others + (hasRest ? 1 : 0) : 1);
};

/** Takes a block of a neighbourhood away, if what it tells of these languages is known. */
const take = (look: Look, block: ShownBlock): void => {
  if (look.languages.some((code) => !(code in block.figures.languages))) return;
  const own = postsOf(block, look.languages);
  // What newcomers wrote is told of the block as a whole alone: it is taken away as if all of it were of these.
  look.left -= look.allBut ? block.figures.posts - own : own;
  look.taken.push(block);
};

/**
 * Runs of city blocks from which a reader can subtract what neighbourhoods inside the same weeks tell of a language, or of
 * all but some, and is left with too few posts to hide any. Of a language that neighbourhoods do not tell, there is
 * room for three posts at least, whatever else they tell. What is read is published, so whoever receives a snapshot can ask the same.
 * Snapshots that tell no flagged posts by language are older than this rule.
 */
export const thinLanguages = (blocks: readonly Block[], rules: ProtectionRules): ThinLanguages[] => {
  const shown = blocks.filter(isShown);
  const city = shown.filter(({ area, figures }) => area === null && figures.flaggedBy !== undefined);
  const areas = shown.filter(({ area }) => area !== null);
  const undated = areas.filter(({ weeks }) => weeks === null);
  const dated = areas.flatMap((block) => (block.weeks === null ? [] : [{ block, weeks: block.weeks }]));
  dated.sort((a, b) => (a.weeks[1] < b.weeks[1] ? -1 : 1));
  const thin: ThinLanguages[] = [];
  const note = (looks: readonly Look[], run: readonly ShownBlock[]): void => {
    for (const { languages, allBut, left, least, taken } of looks) {
      // All posts that are of no other language than those told: none.
      if (left < least && least > SLACK)
        thin.push({ city: [...run], taken: [...taken], languages, allBut, left, least });
    }
  };
  for (const [at, first] of city.entries()) {
    if (languagesOf(first).length === 0) continue;
    let looks = looksAt(languagesOf(first));
    if (first.weeks === null) {
      for (const look of looks) {
        addCity(look, first, rules);
        for (const block of undated) take(look, block);
      }
      note(looks, [first]);
      continue;
    }
    const [start] = first.weeks;
    const inside = dated.filter(({ weeks }) => weeks[0] >= start);
    let next = 0;
    const run: ShownBlock[] = [];
    for (const block of city.slice(at)) {
      const before = run.at(-1);
      if (block.weeks === null || (before?.weeks && nextWeek(before.weeks[1]) !== block.weeks[0])) break;
      looks = looks.filter(({ languages }) => languages.every((code) => code in block.figures.languages));
      if (!looks.some(({ languages }) => languages.length > 0)) break;
      run.push(block);
      for (const look of looks) addCity(look, block, rules);
      for (let one = inside[next]; one !== undefined && one.weeks[1] <= block.weeks[1]; one = inside[next]) {
        for (const look of looks) take(look, one.block);
        next += 1;
      }
      note(looks, run);
    }
  }
  return thin;
};
