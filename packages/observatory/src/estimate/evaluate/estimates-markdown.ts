import type { CoverageFigures } from './coverage.js';
import type { EstimatesReport } from './evaluate-estimates.js';

const percent = (share: number | null, digits = 1): string =>
  share === null ? '–' : `${(100 * share).toFixed(digits)} %`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** Half the settings' estimates or more withheld: the program says so itself, and no coverage is claimed. */
const isWithheld = ({ tooFew }: CoverageFigures): boolean => tooFew >= 0.5;

/** What the coverage of a setting is called: within the band by more than twice its own chance error, or not. */
const judged = (figures: CoverageFigures): string => {
  if (isWithheld(figures) || figures.coverage === null) return 'too few labels';
  const error = 2 * Math.sqrt((0.95 * 0.05) / figures.told);
  if (figures.coverage > 0.97 + error) return 'over';
  return figures.coverage < 0.93 - error ? 'under' : 'yes';
};

/** The report as Markdown tables: what goes into docs/method.md. */
export const estimatesMarkdown = (report: EstimatesReport): string => {
  const { coverage, flat, power, designs, surges, runs, seed } = report;
  const counted = (verdict: string): number => coverage.filter((figures) => judged(figures) === verdict).length;
  return `${[
    `Seed ${seed}; ${runs} cities per setting for coverage, ${Math.ceil(runs / 2)} for the rest.`,
    `**Coverage and bias.** Flat cities; shares of the planted rate. ${counted('yes')} of ${coverage.length} rows lie within 93 to 97 % (but for twice the chance error of the simulation), ${counted('over')} over, ${counted('under')} under, ${counted('too few labels')} are marked «too few labels» by the program itself.`,
    table(
      [
        'd′',
        'rate',
        'labels',
        'posts',
        'too few',
        'coverage',
        '…of the posts’ own share',
        'within 93–97 %',
        'median width',
        'corrected ÷ truth',
        'shrunk ÷ truth',
        'flagged ÷ truth',
      ],
      coverage.map((figures) => [
        figures.separation,
        percent(figures.rate),
        figures.labels,
        figures.posts,
        percent(figures.tooFew, 0),
        isWithheld(figures) ? '–' : percent(figures.coverage),
        isWithheld(figures) ? '–' : percent(figures.coverageOfPosts),
        judged(figures),
        figures.medianWidth === null || isWithheld(figures) ? '–' : figures.medianWidth.toFixed(2),
        figures.corrected.toFixed(2),
        figures.shrunk.toFixed(2),
        figures.raw.toFixed(1),
      ]),
    ),
    `**A flat city.** ${percent(flat.painted, 2)} of ${flat.areas} areas painted above or below though none differs.`,
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
        'more alarms when a source is added',
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
