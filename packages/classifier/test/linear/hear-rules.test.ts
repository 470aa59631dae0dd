import { describe, expect, it } from 'vitest';
import { HEADS, headAt } from '../../src/linear/heads.js';
import { hearRules } from '../../src/linear/hear-rules.js';

const heard = (language: string, by: Parameters<typeof hearRules>[2] = { ara: 0.5, und: 0.25 }): Float64Array => {
  const scores = new Float64Array(HEADS.length).fill(1);
  hearRules(scores, 2, by, language);
  return scores;
};

describe('hearRules', () => {
  it('adds the points of the rules to the score of hate, by the weight of the language, and to no other', () => {
    const scores = heard('ara');
    expect(scores[headAt('hate')]).toBe(2);
    expect([...scores].filter((_, head) => head !== headAt('hate'))).toEqual(HEADS.slice(1).map(() => 1));
  });

  it('hears dialects of Arabic as Arabic, and languages without a weight of their own as the rest', () => {
    expect(heard('ary')).toEqual(heard('ara'));
    expect(heard('fra')[headAt('hate')]).toBe(1.5);
  });

  it('changes nothing for a model that was trained without them', () => {
    expect([...heard('ara', {})]).toEqual(HEADS.map(() => 1));
  });
});
