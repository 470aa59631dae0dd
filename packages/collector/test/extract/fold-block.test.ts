import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldBlock } from '../../src/extract/fold-block.js';

it('leaves out of any text what its expression would: white space, punctuation and symbols, emoji among them', () => {
  expect(foldBlock('«Le marché», dit-elle… 🔴 𝐁𝐨𝐥𝐝 + 1')).toBe('lemarchéditelle𝐁𝐨𝐥𝐝1');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(foldBlock(text)).toBe(text.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, ''));
    }),
    { seed: 5 },
  );
});
