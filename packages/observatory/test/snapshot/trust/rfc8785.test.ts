import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfc8785, rfc8785Bytes } from '../../../src/snapshot/trust/rfc8785.js';

const double = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();

/** Any JSON value without half surrogate pairs. */
const jsonValue = fc.jsonValue({ stringUnit: 'binary' });

describe('rfc8785', () => {
  it('writes the example of section 3.2.2 of the RFC byte for byte', () => {
    const input =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(Buffer.from(rfc8785Bytes(JSON.parse(input))).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a' +
        '5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c2273747269' +
        '6e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  it('sorts fields by UTF-16 code units, as in section 3.2.3 of the RFC', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(rfc8785(input)) as object)).toContain('Control');
    expect([...rfc8785(input).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s of appendix B as %s', (hex, text) => {
    expect(rfc8785(double(hex))).toBe(text);
  });

  it.each([
    ['a number that JSON lacks', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a surrogate pair', '\ud83d'],
    ['half a surrogate pair as a name', { '\ude00': 1 }],
    ['a function', () => 1],
    ['nothing at all', undefined],
    ['65 levels', JSON.parse('['.repeat(66) + ']'.repeat(66))],
  ])('refuses %s', (_what, value) => {
    expect(() => rfc8785(value)).toThrow(TypeError);
  });

  it('gives one text to a value, in whatever order its fields come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(rfc8785(turned)).toBe(rfc8785(value));
      }),
    );
  });

  it('loses nothing, and its own text does not change', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        fc.pre(!/\p{Cs}/u.test(JSON.stringify(value).replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\ud800')));
        const text = rfc8785(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(rfc8785(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
