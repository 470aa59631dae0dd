import { INTERFACE_LANGUAGES } from '@marsad/records/snapshot';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TranslationProvider } from '../../src/i18n/translation.js';
import { CSV_COLUMNS, type CsvColumn, csvForExcel, csvForPrograms } from '../../src/out/csv.js';
import { excelMarks } from '../../src/out/excel-marks.js';
import { FiguresTable } from '../../src/panels/figures-table.js';
import { makeOut } from './make-out.js';
import { readCsv } from './read-csv.js';

type Out = ReturnType<typeof makeOut>;

const tableOf = (out: Out): string =>
  renderToStaticMarkup(
    <TranslationProvider value={out.translator}>
      <FiguresTable
        manifest={out.manifest}
        areas={out.areas}
        view={out.view}
        page={out.page}
        change={null}
        onSelect={() => undefined}
        onOpen={() => undefined}
        onChange={() => undefined}
      />
    </TranslationProvider>,
  );

/** The figures of one row of the page's table, unrounded. */
const tableFigures = (table: string, testId: string) => {
  const row = table.slice(table.indexOf(`data-testid="${testId}"`)).split('</tr>')[0] ?? '';
  const data = (name: string) => row.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? '?';
  return { share: data('value'), posts: data('posts'), flagged: data('flagged') };
};

const dataRows = (csv: string): Record<CsvColumn, string>[] => {
  const lines = csv.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [heading = [], ...rows] = readCsv(lines.map((line) => `${line}\r\n`).join(''), ',');
  expect(heading).toEqual([...CSV_COLUMNS]);
  return rows.map((row) => Object.fromEntries(heading.map((column, index) => [column, row[index] ?? '']))) as Record<
    CsvColumn,
    string
  >[];
};

describe.each([
  {},
  { signal: 'bridging', from: '2026-W20', to: '2026-W30' },
  { signal: 'polarisation', target: 'gender', to: '2026-W25' },
] as const)('the CSV of a view with %j', (part) => {
  const out = makeOut(part);
  const rows = dataRows(csvForPrograms(out));

  it('holds the numbers of the table on the page, row by row', () => {
    const table = tableOf(out);
    expect(rows).toHaveLength(out.areas.length + 1);
    for (const row of rows) {
      const shown = tableFigures(table, row.level === 'city' ? 'city-row' : `row-${row.id}`);
      expect({ posts: row.posts, flagged: row.flagged }, row.id).toEqual({
        posts: shown.posts,
        flagged: shown.flagged,
      });
      if (shown.share === '') expect(row.share).toBe('');
      else expect(Number(row.share)).toBeCloseTo(Number(shown.share), 6);
    }
  });

  it('says which silence it is, in a code and in words, and gives no number with it', () => {
    const silent = rows.filter((row) => row.status !== 'shown');
    expect(silent.length).toBeGreaterThan(0);
    for (const row of silent) {
      expect(['suppressed', 'other-weeks', 'no-data']).toContain(row.status);
      expect(row.status_words).not.toBe('');
      expect(
        [row.share, row.low, row.high, row.flagged, row.posts, row.weeks_covered, row.undated_posts].join(''),
      ).toBe('');
      if (row.status === 'suppressed') expect(row.hidden_reasons).not.toBe('');
    }
  });

  it('names the question in every row', () => {
    for (const row of rows) {
      expect([row.signal, row.target, row.from, row.to]).toEqual([
        out.view.signal,
        out.view.target,
        out.view.from,
        out.view.to,
      ]);
    }
  });
});

describe('the notes of the CSV', () => {
  it('are the title, the weeks, the base, the method, the rule, the caution and the citation, each in a line with #', () => {
    const out = makeOut();
    const notes = csvForPrograms(out)
      .split('\r\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
    for (const words of Object.values(out.caption)) expect(notes).toContain(words);
    expect(notes).toContain('22 November 2026');
    expect(notes).toContain('https://city.example/observatory/?lang=en');
    expect(notes).toContain('Invented city');
  });
});

describe.each(INTERFACE_LANGUAGES)('the file for Excel in %s', (language) => {
  const out = makeOut({ target: 'gender' }, language);
  const csv = csvForExcel(out, { separator: ';', decimal: ',' });

  it('begins with a byte order mark and is a table that holds together', () => {
    expect(csv.startsWith('\ufeff')).toBe(true);
    const rows = readCsv(csv.slice(1), ';');
    const heading = rows.findIndex((row) => row.length === CSV_COLUMNS.length);
    expect(rows.length - heading - 1).toBe(out.areas.length + 1);
    for (const row of rows.slice(heading)) expect(row).toHaveLength(CSV_COLUMNS.length);
    for (const row of rows.slice(0, heading)) expect(row).toHaveLength(1);
    expect(rows[heading]).toEqual(CSV_COLUMNS.map((column) => out.translator.say(`csv.${column}`)));
    expect(rows[heading + 1]?.[12]).toMatch(/^0(,\d+)?$/);
  });
});

describe('excelMarks', () => {
  it.each([
    ['fr-FR', ';', ','],
    ['fr', ';', ','],
    ['ar-MA', ';', ','],
    ['ar-EG', ';', '.'],
    ['ar', ';', '.'],
    ['en-GB', ',', '.'],
    ['de', ';', ','],
    ['no such language', ',', '.'],
  ])('gives %s the signs %s and %s', (language, separator, decimal) => {
    expect(excelMarks(language)).toEqual({ separator, decimal });
  });
});

describe('hostile names', () => {
  it('make no formula, no second row and no note of their own', () => {
    const names = ['=cmd|calc', '#hidden', 'a\r\nb,c', '"quoted"', '\u202e=1', '@x'];
    const made = makeOut();
    const areas = made.areas.map((area, index) => ({
      ...area,
      properties: { ...area.properties, names: { en: names[index % names.length] ?? '' } },
    }));
    const rows = dataRows(
      csvForPrograms(makeOut({}, 'en', { manifest: made.manifest, areas, blocks: [], findings: {}, setAside: 0 })),
    );
    expect(rows).toHaveLength(areas.length + 1);
    for (const row of rows) expect(row.name).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
    expect(rows.filter((row) => row.name === '#hidden')).not.toHaveLength(0);
  });
});
