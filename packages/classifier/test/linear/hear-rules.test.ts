import { describe, expect, it } from 'vitest';
import { HEADS, headAt } from '../../src/linear/heads.js';
import { hearRules } from '../../src/linear/hear-rules.js';

const rules = { ara: { hate: 0.5, offensive: 0.25 }, und: { hate: 0.1, offensive: 0 } };
const heard = (language: string, by: Parameters<typeof hearRules>[2] = rules): Float64Array => {
  const scores = new Float64Array(HEADS.length).fill(1);
  hearRules(scores, { hate: 2, offensive: -4 }, by, language);
  return scores;
};

describe('hearRules', () => {
  it('adds the points of the rules to the score of hate, by the weights of the language, and to no other', () => {
    const scores = heard('ara');
    expect(scores[headAt('hate')]).toBeCloseTo(1 + 0.5 * 2 - 0.25 * 4, 12);
    expect([...scores].filter((_, head) => head !== headAt('hate'))).toEqual(HEADS.slice(1).map(() => 1));
  });

  it('hears dialects of Arabic as Arabic, and languages without weights of their own as the rest', () => {
    expect(heard('ary')).toEqual(heard('ara'));
    expect(heard('fra')[headAt('hate')]).toBeCloseTo(1.2, 12);
  });

  it('changes nothing for a model that was trained without them', () => {
    expect([...heard('ara', {})]).toEqual(HEADS.map(() => 1));
  });
});
