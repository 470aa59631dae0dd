import type { CoverageFigures } from './coverage.js';
import type { EstimatesReport } from './evaluate-estimates.js';
import type { UnevenFigures } from './uneven-city.js';

const percent = (share: number | null, digits = 1): string =>
  share === null ? '–' : `${(100 * share).toFixed(digits)} %`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** Half the estimates of a setting or more are withheld: the program says «too few labels» itself, no coverage is claimed. */
const isWithheld = ({ tooFew }: CoverageFigures): boolean => tooFew >= 0.5;

/** Areas of so many posts whose corrected figure is held against the truth. */
const BIAS_OF = [5, 50, 200, 1000, 5000];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One line for each setting: coverage and bias by the size of areas. */
const coverageLines = (coverage: readonly CoverageFigures[], sizes: readonly number[]): (string | number)[][] => {
  const settings = new Map<string, CoverageFigures[]>();
  for (const figures of coverage) {
    const key = [figures.separation, figures.rate, figures.labels].join(' ');
    settings.set(key, [...(settings.get(key) ?? []), figures]);
  }
  return [...settings.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const at = (posts: number): CoverageFigures | undefined => rows.find((row) => row.posts === posts);
    return [
      [
        first.separation,
        percent(first.rate),
        first.labels,
        percent(first.tooFew, 0),
        ...sizes.map((posts) => (isWithheld(first) ? '–' : percent(at(posts)?.coverage ?? null))),
        ...BIAS_OF.map((posts) => (isWithheld(first) ? '–' : (at(posts)?.corrected.toFixed(2) ?? '–'))),
        isWithheld(first) ? '–' : (at(5000)?.correctedTold?.toFixed(2) ?? '–'),
        isWithheld(first) ? '–' : (at(5000)?.medianWidth?.toFixed(2) ?? '–'),
        at(5000)?.raw.toFixed(1) ?? '–',
      ],
    ];
  });
};

/** The last lines: all settings together that are not withheld, against the planted rate and the share of the posts drawn. */
const pooledLines = (coverage: readonly CoverageFigures[], sizes: readonly number[]): string[][] => {
  const told = (posts: number): CoverageFigures[] => coverage.filter((row) => row.posts === posts && !isWithheld(row));
  const pooled = (posts: number, of: (row: CoverageFigures) => number | null): string => {
    const rows = told(posts);
    const all = rows.reduce((sum, row) => sum + row.told, 0);
    return all === 0 ? '–' : percent(rows.reduce((sum, row) => sum + (of(row) ?? 0) * row.told, 0) / all);
  };
  const large = told(5000).flatMap(({ correctedTold }) => (correctedTold === null ? [] : [correctedTold]));
  const corrected = BIAS_OF.map((posts) =>
    told(posts).length === 0 ? '–' : mean(told(posts).map((row) => row.corrected)).toFixed(2),
  );
  return [
    [
      'all',
      '',
      '',
      '',
      ...sizes.map((posts) => pooled(posts, (row) => row.coverage)),
      ...corrected,
      large.length === 0 ? '–' : mean(large).toFixed(2),
      '',
      '',
    ],
    [
      'of the posts’ own share',
      '',
      '',
      '',
      ...sizes.map((posts) => pooled(posts, (row) => row.coverageOfPosts)),
      ...BIAS_OF.map(() => ''),
      '',
      '',
      '',
    ],
  ];
};

/** One line for each setting and size of areas: coverage by the rate of the area. */
const unevenTable = (uneven: readonly UnevenFigures[]): string => {
  const rates = [...new Set(uneven.map(({ rate }) => rate))];
  const rows = uneven.filter(({ rate }) => rate === rates[0]);
  return table(
    ['d′', 'labels', 'posts', ...rates.map((rate) => percent(rate, 0))],
    rows.map(({ separation, labels, posts }) => [
      separation,
      labels,
      posts,
      ...rates.map((rate) =>
        percent(
          uneven.find(
            (row) => row.rate === rate && row.posts === posts && row.labels === labels && row.separation === separation,
          )?.coverage ?? null,
        ),
      ),
    ]),
  );
};

/** The report as Markdown tables: what goes into docs/method.md. */
export const estimatesMarkdown = (report: EstimatesReport): string => {
  const { coverage, flat, uneven, power, designs, surges, runs, seed } = report;
  const sizes = [...new Set(coverage.map(({ posts }) => posts))].sort((a, b) => a - b);
  return `${[
    `Seed ${seed}; ${runs} cities per setting for coverage (a tenth of them where fewer than one in ten is told anything) and ways to spend labels, ${Math.ceil(runs / 2)} for the other parts.`,
    '**Coverage and bias.** Flat cities. How many of 100 intervals hold the planted rate, by the posts of the area; – where the program says «too few labels» for half the cities or more. «÷ truth» and width (median, at 5,000 posts) are in planted rates.',
    table(
      [
        'd′',
        'rate',
        'labels',
        'too few',
        ...sizes.map((posts) => `${posts} posts`),
        ...BIAS_OF.map((posts, at) => `${at === 0 ? 'corrected ÷ truth, ' : ''}${posts} posts`),
        '5000 posts, of those told',
        'width',
        'flagged ÷ truth',
      ],
      [...coverageLines(coverage, sizes), ...pooledLines(coverage, sizes)],
    ),
    `**A flat city.** ${percent(flat.painted, 2)} of ${flat.areas} areas painted above or below though none differs.`,
    '**Areas that differ.** How many of 100 intervals hold the area’s own rate, by that rate and the posts of the area; the city has 5 %.',
    unevenTable(uneven),
    '**One area of twenty at twice the rate (8 % against 4 %).** The reference knows what each score means.',
    table(
      ['d′', 'posts an area', 'labels', 'found', 'reference', 'found ÷ reference', 'others painted'],
      power.map(({ separation, posts, labels, found, reference, wrong }) => [
        separation,
        posts,
        labels,
        found.toFixed(2),
        reference.toFixed(2),
        reference > 0 ? (found / reference).toFixed(2) : '–',
        percent(wrong, 2),
      ]),
    ),
    '**Ways to spend labels.** The whole city as one area of 20,000 posts; width against the same number of random labels without a model. The bound is for posts without number; the one beside it allows for those simulated.',
    table(
      [
        'd′',
        'rate',
        'labels',
        'drawn',
        'width',
        'bound',
        'bound, 20,000 posts',
        'width ÷ bound',
        'coverage',
        'too few',
      ],
      designs.map(({ separation, rate, labels, design, tooFew, coverage: held, width, bound, boundOfPosts }) => [
        separation,
        percent(rate),
        labels,
        design,
        width.toFixed(2),
        bound.toFixed(2),
        boundOfPosts.toFixed(2),
        (width / bound).toFixed(2),
        tooFew >= 0.5 ? '–' : percent(held),
        percent(tooFew, 0),
      ]),
    ),
    '**Surges.** Days that vary by a quarter more than chance; a year per area; a surge lasts 28 days.',
    table(
      [
        'flagged posts a day',
        'false alarms per area-year',
        'more alarms in 56 days when a source is added',
        '2 ×: found, days',
        '4 ×: found, days',
      ],
      surges.map(({ usualPerDay, falseAlarmsPerYear, alarmsPerNewSource, surges: found }) => [
        usualPerDay,
        falseAlarmsPerYear.toFixed(2),
        alarmsPerNewSource.toFixed(2),
        ...found.map(({ foundWithin28Days, medianDays }) => `${percent(foundWithin28Days, 0)}, ${medianDays ?? '–'}`),
      ]),
    ),
    '**Labels needed** for a 95 % interval of the city’s share of ± 50 % and ± 25 % of it.',
    table(
      ['rate', 'd′', '±', 'labels alone', 'random, with the model', 'efficient, with the model'],
      report.labelsNeeded.map(({ rate, separation, half, labelsOnly, random, efficient }) => [
        percent(rate),
        separation,
        percent(half, 0),
        labelsOnly.toLocaleString('en'),
        random.toLocaleString('en'),
        efficient.toLocaleString('en'),
      ]),
    ),
  ].join('\n\n')}\n`;
};
