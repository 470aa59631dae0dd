import { describe, expect, it } from 'vitest';
import { expandTerm } from '../../src/lexicon/expand-term.js';

describe('expandTerm', () => {
  it('writes out an optional ending', () => {
    expect(expandTerm('migrant(s)')).toEqual(['migrant', 'migrants']);
  });

  it('writes out choices, also nested ones and the empty one', () => {
    expect(expandTerm('(he|she) left')).toEqual(['he left', 'she left']);
    expect(expandTerm('black(bird|m(a|e)n|)')).toEqual([
      'blackbird',
      'blackman',
      'black',
      'blackbird',
      'blackmen',
      'black',
    ]);
  });

  it('keeps a choice of single words inside a phrase as one piece', () => {
    expect(expandTerm('join (our|the|) ranks')).toEqual(['join ⟨our|the|⟩ ranks']);
  });

  it('refuses a term of more than 512 forms', () => {
    expect(() => expandTerm('(a b|c d)'.repeat(10))).toThrow(RangeError);
  });
});
