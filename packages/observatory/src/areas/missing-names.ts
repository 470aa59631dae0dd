import { InputError } from '@marsad/records';
import { expectedNames, type NameFields } from './name-areas.js';
import type { AreaProblem } from './problems.js';
import type { ReadFeature } from './read-feature.js';
import { shown } from './shown.js';

/** Features and fields are named one by one up to this many. */
const MOST_NAMED = 8;

const listed = (items: readonly string[]): string => {
  const more = items.length - MOST_NAMED;
  return more > 0 ? `${items.slice(0, MOST_NAMED).join(', ')} and ${more} more` : items.join(', ');
};

/** The fields that hold words in a feature, as `FIELD "what it holds"`: one of them is mostly the name that is sought. */
const fieldsWithWords = (features: readonly ReadFeature[]): string[] => {
  const examples = new Map<string, string>();
  for (const { properties } of features)
    for (const [field, value] of Object.entries(properties))
      if (typeof value === 'string' && /\p{L}/u.test(value) && !examples.has(field)) examples.set(field, value.trim());
  return [...examples].map(([field, value]) => `${field} (${shown(value)})`);
};

const isNoName = ({ error }: AreaProblem): boolean => error.code === 'no-name';

/**
 * Several features without a name as one problem instead of one each: mostly the file keeps its names in a field that was
 * not asked for, and what helps is to see the fields that are there.
 * @param problems of all features
 * @param files names of the files, for the message
 * @returns the problems with that one in the place of the first
 */
export const oneForAllNameless = (
  problems: readonly AreaProblem[],
  features: readonly ReadFeature[],
  { files, fields }: { files: readonly string[]; fields: NameFields | undefined },
): AreaProblem[] => {
  const nameless = features.filter((feature) => feature.problems.some(isNoName));
  if (nameless.length < 2) return [...problems];
  const called = ({ number, where }: ReadFeature): string => (files.length > 1 ? where : String(number));
  const words = fieldsWithWords(nameless);
  const who =
    nameless.length === features.length
      ? `none of ${features.length} features has one`
      : `${nameless.length} of ${features.length} features have none: ${listed(nameless.map(called))}`;
  const fill = nameless.length === features.length ? 'Say' : 'Fill them in, or say';
  const remedy =
    words.length > 0
      ? `Fields that hold words there: ${listed(words)}. ${fill} which one is the name: --name-field FIELD.`
      : 'No field holds words there. Add the names in a field, then name it: --name-field FIELD.';
  const one: AreaProblem = {
    where: files.join(', '),
    error: new InputError('no-name', `${files.join(', ')}: expected a name in ${expectedNames(fields)}, but ${who}`, {
      remedy,
    }),
    position: undefined,
    outlines: [],
  };
  const first = problems.findIndex(isNoName);
  return problems.flatMap((problem, at) => (at === first ? [one] : isNoName(problem) ? [] : [problem]));
};
