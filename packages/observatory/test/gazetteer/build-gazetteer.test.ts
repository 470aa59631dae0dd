import { InputError } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { buildGazetteer, gazetteerCsv } from '../../src/gazetteer/build-gazetteer.js';
import { parseGazetteer } from '../../src/gazetteer/parse-gazetteer.js';
import { squareCity } from '../square-city.js';

const areas = squareCity(['east', 'west']);
const place = (more: object): string => JSON.stringify({ id: 7, name: 'Hay Salam', lat: 0.5, lon: 0.5, ...more });
const build = (text: string, listed: Parameters<typeof buildGazetteer>[0]['listed'] = []) =>
  buildGazetteer({ areas, listed, places: [{ file: 'wof.jsonl', text }], cityNames: ['Squares'] });

describe('buildGazetteer', () => {
  it('puts places into the area that holds their point, each name with its origin', () => {
    const { rows } = build(place({ names: { ara: ['حي السلام'], und: ['Salam Quarter'] } }));
    expect(rows).toEqual([
      { area: 'east', name: 'Area east', language: 'eng', kind: '', origin: 'boundaries' },
      { area: 'east', name: 'Hay Salam', language: '', kind: '', origin: 'wof.jsonl#7' },
      { area: 'east', name: 'Salam Quarter', language: '', kind: '', origin: 'wof.jsonl#7' },
      { area: 'east', name: 'حي السلام', language: 'ara', kind: '', origin: 'wof.jsonl#7' },
      { area: 'west', name: 'Area west', language: 'eng', kind: '', origin: 'boundaries' },
    ]);
  });

  it('takes no name twice, spelling aside, and keeps the line that says what kind it is', () => {
    const listed = [
      { areaId: 'east', names: ['area EAST'], kind: 'ambiguous' as const, origin: 'mine.csv' },
      { areaId: 'east', names: ['Hay es-Salam'], kind: 'nickname' as const, origin: 'mine.csv' },
    ];
    const { rows } = build(place({ name: 'Hay Es Salam' }), listed);
    expect(rows.filter(({ area }) => area === 'east').map(({ name, kind, origin }) => [name, kind, origin])).toEqual([
      ['Area east', '', 'boundaries'],
      ['Hay es-Salam', 'nickname', 'mine.csv'],
      ['area EAST', 'ambiguous', 'mine.csv'],
    ]);
  });

  it('says how many places it left out and why', () => {
    const text = [
      place({ lon: 9 }),
      place({ name: 'Squares' }),
      place({ name: 'Area west' }),
      place({ name: 'Big', type: 'county' }),
    ].join('\n');
    expect(build(text)).toMatchObject({
      rows: { length: 2 },
      leftOut: {
        'called as another area is': 1,
        'larger than an area': 1,
        'outside all areas': 1,
        'the city itself': 1,
      },
    });
  });

  it.each([
    ['{', 'wof.jsonl:1: expected JSON'],
    [place({ lat: 100 }), 'wof.jsonl:1: lat'],
    [`\n${place({ name: 3 })}`, 'wof.jsonl:2: name'],
  ])('refuses %s with file and line', (text, message) => {
    expect(() => build(text)).toThrow(InputError);
    expect(() => build(text)).toThrow(message);
  });
});

describe('gazetteerCsv', () => {
  it('is read again as it was, and building again gives the same bytes', () => {
    const text = place({ name: 'Hay "Salam", north', names: { fra: ['Cité de la Paix'] } });
    const first = build(text, [{ areaId: 'west', names: ['Gate'], kind: 'ambiguous', language: 'eng', origin: 'm' }]);
    const csv = gazetteerCsv(first.rows);
    const again = build(text, parseGazetteer(csv, { file: 'gazetteer.csv', areas }));
    expect(gazetteerCsv(again.rows)).toBe(csv);
  });
});
