import type { ComparedCity, Region } from '@marsad/records';

type Reason = ComparedCity['reasons'][number];

/** Why a city is greyed, in few words; the region's page says it in full, in the reader's language. */
const WHY: Readonly<Record<Reason['code'], string>> = {
  withdrawn: 'all of its versions were withdrawn',
  expired: 'its newest version has expired',
  fictional: 'an invented city is not set beside real ones',
  'no-figures': 'it tells no figure in these weeks',
  'city-hidden': 'the city as a whole is hidden in these weeks by the publish gate, only neighbourhoods tell figures',
  'weeks-grouped': 'its groups of weeks are longer than these weeks, or lie across their ends',
  'weeks-missing': 'its figures cover too few of these weeks',
  'too-few-posts': 'too few posts stand behind it',
  'counts-copies': 'its format counts lightly changed copies as posts',
  'other-model': 'another model judged it than the others',
  'language-unmeasured': "too many of its posts are in languages in which the model's error was not measured",
  'other-languages': 'its mix of languages is another one',
  'other-rungs': 'its posts were placed in another way',
  'not-corrected': 'too few of its posts were labelled',
};

/**
 * Whether a city stands beside others by flagged shares, in one line: in the longest weeks in which it can, else why it cannot
 * in the longest of all. Undefined where nothing is compared, or the city is not in the region.
 */
export const standingWords = ({ comparisons, cities }: Region, id: string): string | undefined => {
  const found = comparisons.flatMap(({ measure, period, cities: compared }) => {
    const own = compared.find((one) => one.id === id);
    return measure === 'flagged' && own ? [{ weeks: period.weeks.join(' to '), own, compared }] : [];
  });
  const longestFirst = found.toReversed();
  const best = longestFirst.find(({ own }) => own.comparable) ?? longestFirst[0];
  if (best === undefined) return undefined;
  const { weeks, own, compared } = best;
  if (!own.comparable)
    return `${id} cannot stand beside other cities in ${weeks}: ${own.reasons.map(({ code }) => WHY[code]).join('; ')}`;
  const others = compared.filter(({ comparable }) => comparable).length - 1;
  const why = [...new Set(compared.flatMap(({ reasons }) => reasons.map(({ code }) => WHY[code])))].join('; ');
  return others === 0
    ? `${id} could stand beside other cities in ${weeks}, but none of the ${cities.length - 1} others can${why && `: ${why}`}`
    : `${id} stands beside ${others} of ${cities.length - 1} other cities in ${weeks}`;
};
