import { numberCell, textCell } from '@marsad/records/without-checks';
import { sayChangeClass } from '../i18n/say-change.js';
import type { Translator } from '../i18n/translator.js';
import type { View } from '../state/view.js';
import { languageIn, rungIn, type Slice, severitiesOf, severityIn, targetIn } from '../view/slice.js';
import { type Caption, captionLines } from './caption.js';
import { type CsvMarks, PLAIN_MARKS } from './excel-marks.js';
import type { OutRow } from './out-rows.js';
import { plainLine } from './plain-line.js';

/** The columns by their stable names; the catalogues hold the same under `csv.`. */
export const CSV_COLUMNS = [
  'level',
  'id',
  'name',
  'district',
  'signal',
  'target',
  'from',
  'to',
  'status',
  'status_words',
  'hidden_reasons',
  'hidden_words',
  'share',
  'low',
  'high',
  'share_kind',
  'labels',
  'versus_city',
  'flagged_share',
  'flagged_low',
  'flagged_high',
  'flagged',
  'posts',
  'weeks_covered',
  'weeks_asked',
  'undated_posts',
  'severity',
  'language',
  'rung',
] as const;

/** The columns that come after them while two periods are compared. */
const CHANGE_COLUMNS = [
  'before_from',
  'before_to',
  'before_status',
  'before_share',
  'before_low',
  'before_high',
  'before_flagged',
  'before_posts',
  'before_weeks_covered',
  'before_weeks_asked',
  'after_share',
  'after_low',
  'after_high',
  'change_kind',
  'change',
  'change_low',
  'change_high',
  'change_class',
  'change_words',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS | typeof CHANGE_COLUMNS)[number];

/** The view that the rows answer. */
export type RowView = Pick<View, 'signal' | 'target' | 'from' | 'to' | 'before'>;

/** The columns of a view, in order. */
export const columnsFor = ({ before }: Pick<View, 'before'>): readonly CsvColumn[] =>
  before === null ? CSV_COLUMNS : [...CSV_COLUMNS, ...CHANGE_COLUMNS];

/** The severities that add up in a row: `4`, `4+5` (spreadsheets would take `4-5` for a day of May), or `all`. */
const writeSeverity = (slice: Slice): string => {
  const severity = severityIn(slice);
  return severity === null ? 'all' : severitiesOf(severity).join('+');
};

/** A row by column, before it is written for any kind of file. */
export const columnsOf = (
  row: OutRow,
  view: RowView,
  translator: Translator,
): Record<CsvColumn, string | number | null> => ({
  level: row.level,
  id: row.id,
  name: row.name,
  district: row.district,
  signal: view.signal,
  target: targetIn(view.target) ?? 'all',
  from: view.from ?? '',
  to: view.to ?? '',
  status: row.status,
  status_words: translator.say(row.status === 'shown' ? 'csv.shown' : `value.${row.status}`),
  hidden_reasons: row.hiddenReasons.join(' '),
  hidden_words: translator.list(
    row.hiddenReasons.map((reason) =>
      translator.say(reason === 'code-not-told' ? `hidden.reason.${reason}` : `reason.${reason}`),
    ),
  ),
  share: row.share,
  low: row.low,
  high: row.high,
  share_kind: row.shareKind ?? '',
  labels: row.labels,
  versus_city: row.versusCity ?? '',
  flagged_share: row.flaggedShare,
  flagged_low: row.flaggedLow,
  flagged_high: row.flaggedHigh,
  flagged: row.flagged,
  posts: row.posts,
  weeks_covered: row.weeksCovered,
  weeks_asked: row.weeksAsked,
  undated_posts: row.undatedPosts,
  severity: writeSeverity(view.target),
  language: languageIn(view.target) ?? 'all',
  rung: rungIn(view.target) ?? 'all',
  before_from: view.before?.from ?? '',
  before_to: view.before?.to ?? '',
  before_status: row.change?.beforeStatus ?? '',
  before_share: row.change?.before ?? null,
  before_low: row.change?.beforeLow ?? null,
  before_high: row.change?.beforeHigh ?? null,
  before_flagged: row.change?.beforeFlagged ?? null,
  before_posts: row.change?.beforePosts ?? null,
  before_weeks_covered: row.change?.beforeWeeksCovered ?? null,
  before_weeks_asked: row.change?.beforeWeeksAsked ?? null,
  after_share: row.change?.after ?? null,
  after_low: row.change?.afterLow ?? null,
  after_high: row.change?.afterHigh ?? null,
  change_kind: row.change?.kind ?? '',
  change: row.change?.difference ?? null,
  change_low: row.change?.low ?? null,
  change_high: row.change?.high ?? null,
  change_class: row.change?.class ?? '',
  change_words: row.change === null ? '' : sayChangeClass(translator, row.change.class),
});

interface CsvParts {
  caption: Caption;
  rows: readonly OutRow[];
  view: RowView;
  translator: Translator;
}

const body = ({ rows, view, translator }: CsvParts, marks: CsvMarks): string[] =>
  rows.map((row) => {
    const cells = columnsOf(row, view, translator);
    return columnsFor(view)
      .map((column) => {
        const value = cells[column];
        return typeof value === 'string' ? textCell(value) : numberCell(value, marks.decimal);
      })
      .join(marks.separator);
  });

/**
 * The figures for programs: notes in lines that begin with `#`, column names that no language changes, commas, points,
 * UTF-8 without a mark, lines that end as RFC 4180 says.
 */
export const csvForPrograms = (parts: CsvParts): string => {
  const notes = captionLines(parts.caption).map((line) => `# ${plainLine(line)}`);
  return [...notes, columnsFor(parts.view).join(','), ...body(parts, PLAIN_MARKS)]
    .map((line) => `${line}\r\n`)
    .join('');
};

/**
 * The figures for a spreadsheet: a byte order mark, so that Arabic and accents arrive; column names in the reader's
 * language; the signs that the program on this machine expects; the notes as cells above the table.
 */
export const csvForExcel = (parts: CsvParts, marks: CsvMarks): string => {
  const { say } = parts.translator;
  const notes = captionLines(parts.caption).map((line) => textCell(plainLine(line)));
  const heading = columnsFor(parts.view)
    .map((column) => textCell(say(`csv.${column}`)))
    .join(marks.separator);
  return `\ufeff${[...notes, '', heading, ...body(parts, marks)].map((line) => `${line}\r\n`).join('')}`;
};
