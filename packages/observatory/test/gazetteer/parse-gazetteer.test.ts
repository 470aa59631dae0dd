import { type AreaCollection, InputError } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/gazetteer/csv-rows.js';
import { gazetteerFrom } from '../../src/gazetteer/entry.js';
import { parseGazetteer } from '../../src/gazetteer/parse-gazetteer.js';
import { squareCity } from '../square-city.js';

const areas: AreaCollection = squareCity(['a', 'b']);
const parse = (text: string) => parseGazetteer(text, { file: 'gazetteer.csv', areas });
const HEADER = 'area,name,language,kind\n';

describe('parseGazetteer', () => {
  it('reads names with language and kind, both of which may be empty', () => {
    expect(parse(`${HEADER}a,النصر,ara,ambiguous\r\n\nb,"Bab, ""the gate""",,\n`)).toEqual([
      { areaId: 'a', names: ['النصر'], kind: 'ambiguous', language: 'ara' },
      { areaId: 'b', names: ['Bab, "the gate"'] },
    ]);
  });

  it('reads the columns by name, in any order, behind a byte order mark', () => {
    expect(parse('\uFEFFkind,note,name,area,language\nname,x,Bab,b,fra\n')).toEqual([
      { areaId: 'b', names: ['Bab'], kind: 'name', language: 'fra' },
    ]);
  });

  it.each([
    ['', 'gazetteer.csv:1: expected the columns area,name,language,kind'],
    ['area,name\na,x\n', 'missing language, kind'],
    [`${HEADER}a,x,,\n\nzz,x,,\n`, 'gazetteer.csv:4: area: expected the id of a neighbourhood, got zz'],
    [`${HEADER}a,...,,\n`, 'gazetteer.csv:2: name: expected a name with letters, got "..."'],
    [`${HEADER}a,x,french,\n`, 'gazetteer.csv:2: language: '],
    [`${HEADER}a,x,,ambigous\n`, 'gazetteer.csv:2: kind: expected one of name, variant'],
    [`${HEADER}a,"x,,\n`, 'gazetteer.csv:2: expected a closing quote'],
  ])('refuses %j with file and line', (text, message) => {
    expect(() => parse(text)).toThrow(InputError);
    expect(() => parse(text)).toThrow(message);
  });

  it('names the first five lines whose area is gone, counts the others and says what to do', () => {
    const stray = (count: number): string =>
      `${HEADER}${Array.from({ length: count }, (_, at) => `old-${at},Name,,\n`).join('')}a,Bab,,\n`;
    const refusal = (text: string): InputError => {
      try {
        parse(text);
      } catch (error) {
        if (error instanceof InputError) return error;
      }
      throw new Error('expected an InputError');
    };
    const many = refusal(stray(7));
    expect(many.message.split('\n')).toEqual([
      'gazetteer.csv: 7 lines name an area that the boundaries lack',
      ...[0, 1, 2, 3, 4].map(
        (at) => `gazetteer.csv:${at + 2}: area: expected the id of a neighbourhood, got old-${at}`,
      ),
      'and 2 more',
    ]);
    expect(many.remedy).toBe(
      'Give these lines one of the areas that the boundaries have (a, b) by hand, or run `marsad gazetteer build -c city.yaml --drop-unknown`, which leaves them out and says how many.',
    );
    expect(refusal(stray(5)).message).not.toContain('more');
    expect(refusal(stray(1)).message).toBe('gazetteer.csv:2: area: expected the id of a neighbourhood, got old-0');
  });

  it('hands over the lines whose area is gone, and leaves only those out, when asked to', () => {
    const dropped: object[] = [];
    const text = `${HEADER}gone,"Sea, Gate",eng,\na,Bab,,\nlost,Port,,\n`;
    const entries = parseGazetteer(text, { file: 'g.csv', areas, dropStray: (stray) => dropped.push(stray) });
    expect(entries).toEqual([{ areaId: 'a', names: ['Bab'] }]);
    expect(dropped).toEqual([
      { line: 2, area: 'gone', name: 'Sea, Gate' },
      { line: 4, area: 'lost', name: 'Port' },
    ]);
    const broken = `${HEADER}gone,...,,\n`;
    expect(() => parseGazetteer(broken, { file: 'g.csv', areas, dropStray: () => undefined })).toThrow('g.csv:2: name');
  });

  it('answers any text with entries or an InputError', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', 'ن') }),
        fc.boolean(),
        (text, head) => {
          try {
            for (const { areaId } of parse(head ? HEADER + text : text)) expect(['a', 'b']).toContain(areaId);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('csvRows', () => {
  it('gives back the cells that were written, whatever is in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('x', ',', '"', '\n', 'é', ';') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const text = given.map((row) => row.map((of) => `"${of.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const kept = given.map((row) => row.map((of) => of.trim())).filter((row) => row.some((of) => of !== ''));
        expect(csvRows(text, 'f').map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });
});

describe('gazetteerFrom', () => {
  it('lists the names of the areas before the others', () => {
    const extra = [{ areaId: 'b', names: ['Beta'] }];
    expect(gazetteerFrom(areas, extra)).toEqual([
      { areaId: 'a', names: ['Area a'], language: 'eng' },
      { areaId: 'b', names: ['Area b'], language: 'eng' },
      ...extra,
    ]);
  });
});
