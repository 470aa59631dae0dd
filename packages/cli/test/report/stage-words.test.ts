import { describe, expect, it } from 'vitest';
import { stageWords } from '../../src/report/stage-words.js';

const stage = (name: string) => ({ name, in: 1, out: 1, dropped: {}, seconds: 1 });

describe('the words below the table of a run', () => {
  it('say what each stage counts whose numbers do not chain', () => {
    const [first, ...others] = stageWords(['fetch', 'collect', 'classify', 'place', 'tally', 'snapshot'].map(stage));
    expect(first).toContain('need not be in of the next');
    expect(others.map((line) => line.trim().split(':')[0])).toEqual(['place', 'tally', 'snapshot']);
  });

  it('are left out for a stage on its own, and where every stage speaks for itself', () => {
    expect(stageWords([stage('tally')])).toEqual([]);
    expect(stageWords([stage('fetch'), stage('collect')])).toEqual([]);
  });
});
