import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, namesMatch } from '../../src/view/search-names.js';

const kasbah = { ar: 'القصبة', fr: 'La Kasbah', en: 'The Kasbah' };

describe('namesMatch', () => {
  it.each([
    [kasbah, 'القصبه'],
    [kasbah, 'kasb'],
    [kasbah, ' THE  kasbah '],
    [{ ar: 'الأندلس' }, 'الاندلس'],
    [{ ar: 'سيدي يحيى' }, 'يحيي'],
    [{ ar: 'الميناء' }, 'المِينَـاء'],
    [{ fr: 'Aïn El Hajal' }, 'ain el-hajal'],
    [{ en: 'Coppersmiths’ Market' }, "coppersmiths' m"],
    [{ en: 'Coppersmiths’ Market' }, 'market copper'],
  ])('finds %j by %s', (names, typed) => {
    expect(namesMatch(names, 'x', typed)).toBe(true);
  });

  it('finds by the id, and nothing by words of two different names', () => {
    expect(namesMatch(kasbah, 'el-qasba', 'qasba')).toBe(true);
    expect(namesMatch(kasbah, 'el-qasba', 'la the')).toBe(false);
    expect(namesMatch(kasbah, 'el-qasba', 'port')).toBe(false);
  });

  it('keeps every neighbourhood while nothing is typed', () => {
    expect(namesMatch(kasbah, 'el-qasba', '')).toBe(true);
    expect(namesMatch(kasbah, 'el-qasba', '  ')).toBe(true);
  });
});

describe('foldName', () => {
  it('changes nothing when done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldName(foldName(text)) === foldName(text)));
  });

  it('lets every name be found by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => namesMatch({ en: text }, 'x', text)));
  });
});
