import { type Incident, InputError } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryProblems } from '../../src/context/check-entries.js';
import { incidentKind } from '../../src/context/incident-kind.js';
import { interventionKind } from '../../src/context/intervention-kind.js';
import { narrativeKind } from '../../src/context/narrative-kind.js';
import { noteKind } from '../../src/context/note-kind.js';
import { readEntries } from '../../src/context/read-entries.js';
import { writtenEntries } from '../../src/context/write-entries.js';

const HEAD = 'id,kind,week,area,title_en,source,share,reshare';

describe('the entries of a file', () => {
  it('come from a table and from JSON Lines alike', () => {
    const { entries } = readEntries(
      `${HEAD}\nmarch,demonstration,2026-W31,,"March, calm",Gazette,public,\n`,
      'i.csv',
      incidentKind,
    );
    const [{ entry } = { entry: undefined }] = entries;
    expect(entry).toEqual({
      id: 'march',
      kind: 'demonstration',
      week: '2026-W31',
      area: null,
      titles: { en: 'March, calm' },
      source: { name: 'Gazette' },
      share: 'public',
      reshare: true,
    });
    expect(readEntries(`${JSON.stringify(entry)}\n`, 'i.jsonl', incidentKind).entries).toEqual([{ line: 1, entry }]);
  });

  it('are read where a spreadsheet wrote semicolons', () => {
    const text = `${HEAD.replaceAll(',', ';')}\r\nmarch;event;2026-W31;;March;Gazette;;\r\n`;
    expect(readEntries(text, 'i.csv', incidentKind).entries[0]?.entry.share).toBe('none');
  });

  it('stay in the city’s folder unless somebody says otherwise', () => {
    const note = { id: 'n', weeks: ['2026-W10', '2026-W11'], area: null, language: 'fra', text: 'x' };
    expect(readEntries(JSON.stringify(note), 'n.jsonl', noteKind).entries[0]?.entry.share).toBe('none');
  });

  it('are refused with line and field', () => {
    const text = [
      HEAD,
      'a,demonstration,2026-W31,,Title,Gazette,public,',
      'b,uprising,2026-31,,Title,Gazette,public,',
      'c,clash,2026-W31,,,Gazette,public,',
      'a,clash,2026-W31,,Title,Gazette,public,',
      'd,clash,2026-W31,,Title,Gazette,public,no',
      'e,clash,2026-W31,,Title,Gazette,everybody,',
    ].join('\n');
    const { entries, problems } = readEntries(text, 'i.csv', incidentKind);
    expect(entries.map(({ entry }) => entry.id)).toEqual(['a']);
    const told = problems.map(({ line, message }) => `${line}: ${message.replace(/:.*/s, '')}`);
    expect(told).toEqual(['3: kind', '3: week', '4: titles', '5: id', '6: share', '7: share']);
    expect(problems.find(({ line }) => line === 6)?.message).toContain('reshare: false');
  });

  it.each([
    ['a column that there is not', `${HEAD},surname\na,clash,2026-W31,,T,G,,,X\n`, 'i.csv'],
    ['a row with too many cells', `${HEAD}\na,clash,2026-W31,,T, and more,G,,,\n`, 'i.csv'],
    ['a quote that is never closed', `${HEAD}\na,clash,2026-W31,,"T,G,,\n`, 'i.csv'],
  ])('refuse the whole file for %s', (_, text, file) => {
    expect(() => readEntries(text, file, incidentKind)).toThrow(InputError);
  });

  it('of notes come as JSON Lines alone', () => {
    expect(() => readEntries('id,text\n', 'notes.csv', noteKind)).toThrow(/JSON Lines/);
  });

  it('never make the reader throw anything but an input error, whatever is in the file', () => {
    const readers = [
      (text: string, file: string) => readEntries(text, file, incidentKind),
      (text: string, file: string) => readEntries(text, file, interventionKind),
      (text: string, file: string) => readEntries(text, file, noteKind),
      (text: string, file: string) => readEntries(text, file, narrativeKind),
    ];
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(HEAD, '"', '{"__proto__":{"id":"x"}}', 'a,clash,2026-W31,,T,G,,'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('x.csv', 'x.jsonl'),
        fc.constantFrom(...readers),
        (lines, file, read) => {
          try {
            for (const { message } of read(lines.join('\n'), file).problems) expect(message).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say the same after they were written as a table, formulas of spreadsheets among them', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((written) => written.replace(/[\r\n\t\0]/g, ' ').trim())
      .filter((written) => written !== '' && !/(^|[,;|])'["'\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(written));
    fc.assert(
      fc.property(text, fc.constantFrom('=1+1', '-x', 'a;=b', '@x', 'plain'), text, (title, formula, source) => {
        const entry: Incident = {
          id: 'a',
          kind: 'other',
          week: '2026-W20',
          area: null,
          titles: { ar: title, en: formula },
          source: { name: source },
          share: 'public',
          reshare: true,
        };
        const written = writtenEntries([entry], 'i.csv', incidentKind);
        expect(written).not.toMatch(/(^|[,;])[=+@-]/m);
        expect(readEntries(written, 'i.csv', incidentKind).entries[0]?.entry).toEqual(entry);
      }),
      { examples: [['"+', '=1+1', '!']] },
    );
  });
});

describe('the check of an entry', () => {
  const entry: Incident = {
    id: 'a',
    kind: 'other',
    week: '2026-W20',
    area: 'atlantis',
    titles: { en: 'Call +33 6 12 34 56 78' },
    source: { name: 'Gazette' },
    share: 'none',
    reshare: true,
  };

  it('names an unknown area, and a number that leads to a person', () => {
    const problems = entryProblems([{ line: 4, entry }], incidentKind, new Set(['station']));
    expect(problems.map(({ line }) => line)).toEqual([4, 4]);
    expect(problems[0]?.message).toContain('"atlantis"');
    expect(problems[1]?.message).toBe('a text holds a telephone number');
  });

  it('names what whoever receives a snapshot would refuse it for: quotations, hidden signs, links to profiles', () => {
    const told = (part: Partial<Incident>): string[] =>
      entryProblems(
        [{ line: 1, entry: { ...entry, area: null, titles: { en: 'Calm' }, ...part } }],
        incidentKind,
        new Set(),
      ).map(({ message }) => message);
    expect(told({})).toEqual([]);
    expect(told({ texts: { fr: `On a dit « ${'mot '.repeat(40)}».` } })[0]).toContain('a quotation of');
    expect(told({ titles: { en: 'a\u202eb' } })[0]).toContain('direction');
    expect(told({ source: { name: 'x', url: 'https://x.com/somebody' } })).toEqual([
      "the link is or holds a link to somebody's profile",
    ]);
  });
});
