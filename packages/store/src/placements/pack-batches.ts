import { permission, rungCode, signal, stanceCode } from '@marsad/records';
import { z } from 'zod';
import { type CountablePost, NOTHING_FOUND, type PackedPosts, type PostFacts } from './packed-posts.js';
import { ID_LENGTH } from './post-ids.js';
import { isJudged, listOf, PROBABILITY_COUNT, type RowBatch } from './row-batches.js';

type Place = CountablePost['placements'][number];
type BatchOf<Table extends RowBatch['table']> = Extract<RowBatch, { table: Table }>;

const text = (value: unknown): string => (typeof value === 'string' ? value : z.string().parse(value));
const textOrNot = (value: unknown): string | null => (value === null ? null : text(value));
const number = (value: unknown): number => (typeof value === 'number' ? value : z.number().parse(value));

/** The parts of a text: two without blanks, and the rest. */
const threeParts = (text: string): [string, string, string] => {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
};

/** Texts that repeat, each read and checked once. */
const readOnce = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
};

/** Stands beside the signals once more, and would make the text of every row another. */
const PROBABILITY = /"probability":[^,}]*/g;
const foundSignals = z.array(signal);
const languageCode = z.string().min(1);

/**
 * Takes batches of the three tables into packed posts: those of posts first, since the others are found by their ids; rows of posts
 * that are not among these are passed over.
 * @throws {ZodError} when a row holds what no program of ours wrote
 */
export const batchPacker = (posts: PackedPosts): ((batch: RowBatch) => void) => {
  const postOf = readOnce((facts): PostFacts => {
    const [permitted, day, sourceId] = threeParts(facts);
    return { sourceId, permission: permission.parse(permitted), publishedAt: day === '' ? null : `${day}T00:00:00Z` };
  });
  const verdictOf = readOnce((facts) => {
    const [stance, language] = threeParts(facts);
    return { language: languageCode.parse(language), stance: stanceCode.parse(stance) };
  });
  const unjudgedOf = readOnce((facts) => ({ language: null, undetermined: threeParts(facts)[2] || null }));
  const signalsOf = readOnce((text) =>
    foundSignals
      .parse(JSON.parse(text))
      .map(({ code, targets, severity }) => ({ code, targets, ...(severity !== undefined && { severity }) })),
  );
  const placesOf = readOnce((facts) => {
    const blank = facts.indexOf(' ');
    const rung = rungCode.parse(facts.slice(0, blank));
    const areaId = facts.slice(blank + 1) || null;
    const byWeight = new Map<number, readonly Place[]>();
    return (weight: number): readonly Place[] => {
      const known = byWeight.get(weight) ?? [{ areaId, rung, weight }];
      byWeight.set(weight, known);
      return known;
    };
  });

  const packPosts = ({ ids, authors, ...lists }: BatchOf<'posts'>): void => {
    const facts = listOf(lists.facts);
    const originals = listOf(lists.originals);
    for (let at = 0; at < facts.length; at += 1)
      posts.add(ids, ID_LENGTH * at, postOf(text(facts[at])), authors, textOrNot(originals[at]));
  };

  const packJudgements = ({ ids, probabilities, ...lists }: BatchOf<'judgements'>): void => {
    const facts = listOf(lists.facts);
    const signals = listOf(lists.signals);
    for (let at = 0; at < facts.length; at += 1) {
      const place = posts.placeOf(ids, ID_LENGTH * at);
      if (place === undefined) continue;
      const own = text(facts[at]);
      if (!isJudged(probabilities, at)) {
        posts.leaveUnjudged(place, unjudgedOf(own));
        continue;
      }
      const named = textOrNot(signals[at]);
      const signalled = named === null ? NOTHING_FOUND : signalsOf(named.replace(PROBABILITY, '"probability":0'));
      posts.judge(place, verdictOf(own), signalled, probabilities, PROBABILITY_COUNT * at);
    }
  };

  const packPlacements = ({ ids, ...lists }: BatchOf<'placements'>): void => {
    const facts = listOf(lists.facts);
    const weights = listOf(lists.weights);
    for (let at = 0; at < facts.length; at += 1) {
      const place = posts.placeOf(ids, ID_LENGTH * at);
      if (place !== undefined) posts.place(place, placesOf(text(facts[at]))(number(weights[at])));
    }
  };

  return (batch) => {
    if (batch.table === 'posts') packPosts(batch);
    else if (batch.table === 'judgements') packJudgements(batch);
    else packPlacements(batch);
  };
};
