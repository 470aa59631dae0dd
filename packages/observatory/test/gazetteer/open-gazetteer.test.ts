import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '../../src/gazetteer/entry.js';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';

const ENTRIES: GazetteerEntry[] = [
  { areaId: 'bahr', names: ['باب البحر', 'Bab El Bahr', 'Sea Gate'] },
  { areaId: 'zitoun', names: ['باب الزيتون', 'Porte des Oliviers', 'Bab Ez-Zitoun'] },
  { areaId: 'andalous', names: ['الأندلس', 'El Andalous'], kind: 'name' },
  { areaId: 'ain', names: ['Aïn El Hajal', 'عين الحجل'] },
  { areaId: 'nasr', names: ['حي النصر', 'Victory Quarter'] },
  { areaId: 'nasr', names: ['النصر', 'Ennasr'], kind: 'ambiguous' },
  { areaId: 'gare', names: ['المحطة', 'La Gare'], kind: 'ambiguous' },
  { areaId: 'gate-two', names: ['Gate'], kind: 'name' },
  { areaId: 'north', names: ['Hay Salam'] },
  { areaId: 'south', names: ['Hay Salam'] },
];
const { findMentions, areasNamed } = openGazetteer(ENTRIES);
const found = (text: string) => findMentions(text).map(({ start, end, areaId }) => [areaId, text.slice(start, end)]);

describe('spellings', () => {
  it.each([
    ['حريق قرب باب البحر أمس', 'bahr', 'باب البحر'],
    ['بابُ البَحْرِ', 'bahr', 'بابُ البَحْرِ'],
    ['#باب_البحر', 'bahr', 'باب_البحر'],
    ['باب لبحر', 'bahr', 'باب لبحر'],
    ['near BAB-EL-BAHR today', 'bahr', 'BAB-EL-BAHR'],
    ['bab al bahr', 'bahr', 'bab al bahr'],
    ['f bab lb7ar', 'bahr', 'bab lb7ar'],
    ['bab lbahr', 'bahr', 'bab lbahr'],
    ['bab bahr', 'bahr', 'bab bahr'],
    ['bab ezzitoun', 'zitoun', 'bab ezzitoun'],
    ['Bab az-Zitoun', 'zitoun', 'Bab az-Zitoun'],
    ['3in el 7ajal', 'ain', '3in el 7ajal'],
    ['Ain Hajal', 'ain', 'Ain Hajal'],
    ['l’El-Andalous', 'andalous', 'El-Andalous'],
    ['elandalous', 'andalous', 'elandalous'],
    ['la Porte des Oliviers', 'zitoun', 'Porte des Oliviers'],
    ['#BabElBahr', 'bahr', 'BabElBahr'],
    ['#babelbahr', 'bahr', 'babelbahr'],
    ['incendie près de باب bahr', 'bahr', 'باب bahr'],
  ])('%s', (text, area, slice) => {
    expect(found(text)).toEqual([[area, slice]]);
  });
});

describe('prefixes', () => {
  it.each([
    ['والأندلس', 'الأندلس'],
    ['بالأندلس', 'الأندلس'],
    ['وبِالأندلس', 'الأندلس'],
    ['كالأندلس', 'الأندلس'],
    ['فالأندلس', 'الأندلس'],
    ['عالأندلس', 'الأندلس'],
    ['للأندلس', 'للأندلس'],
    ['وللأندلس', 'للأندلس'],
    ['بباب البحر', 'باب البحر'],
    ['لحي النصر', 'حي النصر'],
  ])('reads %s', (text, slice) => {
    expect(found(text).map(([, name]) => name)).toEqual([slice]);
  });

  it('trusts a name with a prefix that is no place a little less', () => {
    expect(findMentions('كالأندلس')[0]?.confidence).toBeLessThan(findMentions('الأندلس')[0]?.confidence ?? 0);
  });
});

describe('choice', () => {
  it('takes the longest name and counts no word twice', () => {
    expect(found('Sea Gate')).toEqual([['bahr', 'Sea Gate']]);
    expect(found('Gate')).toEqual([['gate-two', 'Gate']]);
  });

  it('finds whole words only', () => {
    expect(found('Seagate Gateway Investigate')).toEqual([]);
    expect(found('الأندلسيون')).toEqual([]);
  });

  it('does not read a name across a sentence or a line', () => {
    expect(found('باب. البحر')).toEqual([]);
    expect(found('Bab\nEl Bahr')).toEqual([]);
    expect(found('Sea, Gate')).toEqual([['gate-two', 'Gate']]);
  });

  it('leaves a name out that several areas bear, or gives them all with less than even confidence when asked', () => {
    expect(findMentions('Hay Salam')).toEqual([]);
    const mentions = findMentions('Hay Salam', { doubtful: true });
    expect(mentions.map(({ areaId }) => areaId)).toEqual(['north', 'south']);
    for (const { confidence } of mentions) expect(confidence).toBeLessThan(0.5);
  });

  it('trusts a name in the language of the text a little more', () => {
    const { findMentions: find } = openGazetteer([{ areaId: 'a', names: ['Wifak'], language: 'fra' }]);
    const [same, other] = ['fra', 'eng'].map((language) => find('Wifak', { language })[0]?.confidence ?? 0);
    expect(same).toBeGreaterThan(other ?? 1);
  });
});

describe('names that are also plain words', () => {
  it.each([
    'حققنا النصر في المباراة',
    'انتظر القطار عند المحطة',
    'je vous attends à la gare demain',
    'the road to victory',
    'Sous-sol : la gare',
    'La Gare est un mot comme un autre',
    'تعبنا كثيرا، فالنصر لا يأتي وحده',
  ])('stay plain words without a cue: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['سكان النصر يشتكون', 'nasr'],
    ['مدرسة في النصر', 'nasr'],
    ['شارع النصر', 'nasr'],
    ['وحومة المحطة', 'gare'],
    ['le quartier de la Gare', 'gare'],
    ['quartier la gare', 'gare'],
    ['les voisins d’Ennasr', 'nasr'],
    ['a shop in Ennasr', 'nasr'],
    ['Ennasr district', 'nasr'],
    ['7ay ennasr', 'nasr'],
    ['f ennasr', 'nasr'],
    ['la navette entre la Gare et le port', 'gare'],
    ['كاين الزحام فالمحطة اليوم', 'gare'],
  ])('are places beside a cue: %s', (text, area) => {
    expect(found(text).map(([areaId]) => areaId)).toEqual([area]);
  });

  it('need no cue in a longer name that is listed by itself', () => {
    expect(found('حي النصر')).toEqual([['nasr', 'حي النصر']]);
  });

  it('take no cue from the sentence before', () => {
    expect(found('هذا هو الحي. النصر لنا')).toEqual([]);
  });

  it('are ambiguous even when another entry lists them as plain names', () => {
    const twice = openGazetteer([
      { areaId: 'w', names: ['الوفاق'] },
      { areaId: 'w', names: ['الوفاق'], kind: 'ambiguous' },
    ]);
    expect(twice.findMentions('توقيع اتفاق الوفاق')).toEqual([]);
    expect(twice.findMentions('سكان الوفاق')).toHaveLength(1);
  });
});

describe('areasNamed', () => {
  it('finds an area by its whole name only, whether or not it is also a plain word', () => {
    expect(areasNamed('ennasr')).toEqual(['nasr']);
    expect(areasNamed('Hay Salam')).toEqual(['north', 'south']);
    expect(areasNamed('Bab')).toEqual([]);
    expect(areasNamed('')).toEqual([]);
  });
});

describe('version', () => {
  it('depends on what the entries say, not on their order', () => {
    const version = openGazetteer(ENTRIES).version;
    expect(openGazetteer(ENTRIES.toReversed()).version).toBe(version);
    expect(openGazetteer(ENTRIES.slice(1)).version).not.toBe(version);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'باب',
    'البحر',
    'Bab',
    'el',
    'النصر',
    'حي',
    'و',
    'Gate',
    '.',
    ' ',
    '\n',
    'ـ',
    'ً',
    '7',
    '👍🏽',
    '\u200f',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  );

  it('gives spans inside the text, in order, that cut no character and do not overlap', () => {
    fc.assert(
      fc.property(text, (given) => {
        let before = 0;
        for (const [at, { start, end, confidence }] of findMentions(given).entries()) {
          const previous = findMentions(given)[at - 1];
          if (previous?.start !== start) expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(given.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          before = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a name planted between other words, at its place', () => {
    const plain = ENTRIES.filter(({ kind }) => kind !== 'ambiguous').flatMap(({ areaId, names }) =>
      names.map((name) => ({ areaId, name })),
    );
    const other = fc.array(fc.constantFrom('today', 'قال', 'les', 'شخص', 'walk', '12', 'très'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...plain), other, other, ({ areaId, name }, head, tail) => {
        const given = [...head, name, ...tail].join(' ');
        const start = [...head, ''].join(' ').length;
        expect(findMentions(given, { doubtful: true })).toContainEqual(
          expect.objectContaining({ areaId, start, end: start + name.length }),
        );
      }),
    );
  });

  it('takes time in proportion to the length of the text', () => {
    const timed = (length: number): number => {
      const long = 'باب باب النصر وبالأندلس bab el '.repeat(length);
      const started = performance.now();
      findMentions(long);
      return performance.now() - started;
    };
    timed(2000);
    const [once, tenfold] = [timed(1000), timed(10_000)];
    expect(tenfold).toBeLessThan(Math.max(once, 5) * 40);
  });

  it('opens with any names and reads any text', () => {
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), text), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 4 }), text, (given, read) => {
        const entries = given.map((each, at) => ({ areaId: `a${at}`, names: each }));
        const gazetteer = openGazetteer(entries);
        for (const { start, end } of [
          ...gazetteer.findMentions(read),
          ...gazetteer.findMentions(given.flat().join(' ')),
        ]) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('reads a megabyte of one word, of no words and of names', () => {
    for (const given of ['ا'.repeat(1_000_000), 'a'.repeat(1_000_000), '#'.repeat(1_000_000), '. '.repeat(500_000)])
      expect(findMentions(given)).toEqual([]);
    expect(findMentions('in Sea Gate, '.repeat(80_000)).length).toBe(80_000);
  });
});

describe('names beside other things', () => {
  const { findMentions: find } = openGazetteer(
    [
      { areaId: 'moumen', names: ['Sidi Moumen', 'سيدي مومن'] },
      { areaId: 'mohammadi', names: ['Hay Mohammadi', 'الحي المحمدي'] },
      { areaId: 'medina', names: ['Ancienne Médina', 'المدينة القديمة'] },
      { areaId: 'rachid', names: ['Moulay Rachid', 'مولاي رشيد'] },
      { areaId: 'maarif', names: ['المعاريف'] },
      { areaId: 'umoja', names: ['Umoja I'] },
      { areaId: 'uthiru', names: ['Uthiru/Ruthimitu'] },
      { areaId: 'bernoussi', names: ['Sidi Bernoussi'] },
    ],
    { cityNames: ['Casablanca', 'الدار البيضاء'] },
  );
  const areasIn = (given: string) => find(given).map(({ areaId }) => areaId);

  it.each([
    ['Hay Mohammadi à Agadir : un lycée ouvre', 'another city behind it'],
    ['Agadir : incendie à Hay Mohammadi', 'another city as the place of the news'],
    ['الحي المحمدي بأكادير', 'another city behind a prefix'],
    ['ancienne médina de Fès', 'a place that every city has'],
    ['Le prince Moulay Rachid préside la finale', 'a title'],
    ['الأمير مولاي رشيد', 'a title in Arabic'],
    ['TAS Hay Mohammadi - Raja : 1-1', 'a match'],
    ['écrivez à @sidi_moumen ou https://sidi.example/hay-mohammadi', 'a user name and a link'],
  ])('are not taken for ours: %s (%s)', (given) => {
    expect(areasIn(given)).toEqual([]);
  });

  it.each([
    ["l'ancienne médina de Casablanca", 'medina'],
    ['quartier Moulay Rachid sans eau', 'rachid'],
    ['fi l7ay lmo7ammadi', 'mohammadi'],
    ['سيدي البرنوصي بلا ضو', 'bernoussi'],
    ['incendie au Maarif', 'maarif'],
    ['#حريق_سيدي_مومن', 'moumen'],
    ['Sidi Bernousssi', 'bernoussi'],
    ['Umoja 1 market', 'umoja'],
    ['market day in Ruthimitu', 'uthiru'],
  ])('are ours with a sign of it: %s', (given, area) => {
    expect(areasIn(given)).toEqual([area]);
  });
});
