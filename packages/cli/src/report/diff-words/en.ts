import type { DiffWords, Writing } from './words.js';

const weeks = (value: number, { plural }: Writing): string => plural(value, { one: '# week', other: '# weeks' });

const blocks = (value: number, { plural }: Writing): string =>
  plural(value, { one: '# group of weeks', other: '# groups of weeks' });

const signals = {
  hate: 'hate',
  extremism: 'extremism',
  polarisation: 'polarisation',
  offensive: 'plain abuse',
  bridging: 'bridging',
};

const reasons = {
  'too-few-posts': 'too few posts',
  'too-few-authors': 'too few authors',
  'too-few-sources': 'too few sources',
  'one-author-dominates': 'one author wrote most of them',
  'protects-another-cell': 'protects another figure',
};

const rules = {
  minimumPosts: 'least number of posts',
  minimumAuthors: 'least number of authors',
  minimumSources: 'least number of sources',
  maximumTopAuthorShare: 'largest share of one author',
};

const events = {
  added: 'was added',
  unreachable: 'could not be reached',
  refused: 'refused to answer',
  gap: 'fell silent',
  back: 'came back',
};

/** What changed between two snapshots, in English. */
export const EN: DiffWords = {
  same: 'The two snapshots are the same.',
  sameBut: (from, to) => {
    const version = (of: number | null): string => (of === null ? 'not signed' : `version ${of}`);
    return `What the two snapshots tell is the same in the public tier. The earlier one: ${from.tier} tier, ${version(from.version)}; the later one: ${to.tier} tier, ${version(to.version)}.`;
  },
  finding: 'FINDING',
  undated: 'undated posts',
  between: (first, last) => `${first} to ${last}`,
  signals,
  reasons,
  rules,
  more: (more, { plural }) => plural(more, { one: '… and # more of this kind', other: '… and # more of this kind' }),
  sentences: {
    'model-changed': ({ from, to }) =>
      `Another model judged the posts: ${to.name} ${to.version} instead of ${from.name} ${from.version}. Figures of the two snapshots cannot be compared.`,
    'format-changed': ({ from, to }) => `The format of snapshots went from ${from} to ${to}.`,
    'rule-changed': ({ rule, from, to }, { number }) =>
      `The publish gate changed: ${rules[rule]} ${number(to)} instead of ${number(from)}.`,
    'weeks-changed': ({ to, added, removed }, writing) =>
      [
        to === null ? 'It covers no week any more' : `It covers ${writing.weeks(to)}`,
        added > 0 ? `${weeks(added, writing)} more` : '',
        removed > 0 ? `${weeks(removed, writing)} of the earlier one left out` : '',
      ]
        .filter((part) => part !== '')
        .join(': ')
        .concat('.'),
    'source-added': ({ name, week }) => `New source: ${name}${week === null ? '' : `, with posts since ${week}`}.`,
    'source-removed': ({ name }) => `A source is gone: ${name}.`,
    'source-event': ({ name, event, week }) =>
      `The source ${name} ${events[event]}${week === null ? '' : ` in ${week}`}.`,
    'areas-edition': ({ from, to }) =>
      `Edition of the areas: ${to ?? 'without a label'}, was ${from ?? 'without a label'}.`,
    'area-added': ({ names }, { name }) => `New area: ${name(names)}.`,
    'area-renamed': ({ names, from }, { name }) => `${name(from)} is now called ${name(names)}.`,
    'area-removed': ({ names, ground }, { name, percent, list }) =>
      `The area ${name(names)} is gone${
        ground.length === 0
          ? ''
          : `; its ground: ${list(ground.map(({ area, share }) => `${percent(share)} ${area === null ? 'in no area' : `in ${area}`}`))}`
      }.`,
    'area-moved': ({ names, ground }, { name, percent, list }) =>
      `The borders of ${name(names)} changed${
        ground.length === 0
          ? ''
          : `; its earlier ground: ${list(ground.map(({ area, share }) => `${percent(share)} ${area === null ? 'in no area' : `in ${area}`}`))}`
      }. Its figures are of other ground.`,
    'blocks-shown': ({ names, weeks: of }, writing) =>
      `${writing.name(names)}: ${blocks(of.length, writing)} shown for the first time (${writing.list(of.map(writing.weeks))}).`,
    'blocks-hidden': ({ names, weeks: of, reasons: why }, writing) =>
      `${writing.name(names)}: ${blocks(of.length, writing)} hidden now (${writing.list(of.map(writing.weeks))}): ${writing.list(why.map((one) => reasons[one]))}.`,
    'blocks-merged': ({ names, from, weeks: into }, writing) =>
      `${writing.name(names)}: ${writing.list(from.map(writing.weeks))} now told together as ${writing.weeks(into)}.`,
    'answers-revised': ({ names, why, weeks: of }, writing) =>
      `${writing.name(names)}: ${blocks(of.length, writing)} told anew (${writing.list(of.map(writing.weeks))}), ${
        why === 'judged-anew' ? 'the same posts judged anew' : 'with newcomers enough to be published by themselves'
      }.`,
    'answer-changed': ({ names, weeks: of, posts }, { name, number, weeks: write }) =>
      `${name(names)}, ${write(of)}: a closed group of weeks tells other figures (${number(posts.from)} posts before, ${number(posts.to)} now) though it should keep its answer. Who subtracts the two learns what the publish gate hides.`,
    'answer-withdrawn': ({ names, weeks: of, into }, { name, list, weeks: write }) =>
      `${name(names)}, ${write(of)}: a published figure ${
        into.length === 0 ? 'is hidden' : `was cut anew into ${list(into.map(write))}`
      } though no rule was raised.`,
    'estimates-changed': ({ why, blocks: of, labels }, writing) =>
      `Corrected shares of ${blocks(of, writing)} moved though their posts did not: ${
        {
          labels: `${writing.number(labels.to)} labels stand behind them instead of ${writing.number(labels.from)}`,
          model: 'another model judges',
          'more-weeks': 'more weeks of the city are known',
          'reckoned-anew': 'they were reckoned anew',
        }[why]
      }.`,
    'level-changed': ({ names, signal, series, weeks: of }, { name, list }) =>
      `${name(names)}, ${signals[signal]}: the uncorrected share${
        series === 'panel' ? ' on the sources that were there all the time' : ''
      } moved to another level from ${list(of)} on. That says when, never why.`,
    'surge-told': ({ signal, weeks: of }, { list }) =>
      `The city, ${signals[signal]}: flagged posts ran at twice their usual number in the group of weeks that begins with ${list(of)}. That says when, never why.`,
    'real-change': ({ names, signal, direction, before, after, sourcesChanged }, { name, percent, weeks: write }) =>
      `${name(names)}, ${signals[signal]}: ${direction === 'up' ? 'more' : 'less'} than before, beyond chance: ${percent(after.rate)} (${percent(after.low)} to ${percent(after.high)}) in ${write(after.weeks)}, ${percent(before.rate)} (${percent(before.low)} to ${percent(before.high)}) in ${write(before.weeks)}.${
        sourcesChanged ? ' Sources changed meanwhile and may have made this.' : ''
      }`,
    'no-clear-change': ({ compared }, { plural }) =>
      `No clear change: of ${plural(compared, { one: '# corrected share', other: '# corrected shares' })} compared with the weeks before, none differs beyond chance.`,
    'cannot-tell': ({ why }) =>
      `Whether people say something else than before cannot be told: ${
        {
          'no-new-weeks': 'there are no new weeks.',
          'other-model': 'another model judged the earlier weeks.',
          'no-labels': 'no area has corrected shares before and after that rest on enough labels of this city.',
        }[why]
      }`,
  },
};
