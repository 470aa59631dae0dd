import type { Contest } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { contestsIn, mergeContests } from '../../../src/snapshot/compare/merge-contests.js';

const contest = (id: string, more: Partial<Contest> = {}): Contest => ({
  id,
  city: 'test-city',
  about: { kind: 'source', source: 'news' },
  by: 'A community centre',
  text: { en: 'This is not a local source.' },
  raised: '2026-05-01T00:00:00.000Z',
  ...more,
});
const answer = { by: 'The city', text: { en: 'It was removed.' }, answered: '2026-06-01T00:00:00.000Z' };

describe('mergeContests', () => {
  it('keeps every contest once, answered where one copy holds the answer', () => {
    const answered = contest('b', { answer });
    const merged = [contest('a'), answered];
    expect(mergeContests([contest('b'), contest('a'), answered])).toEqual(merged);
    expect(mergeContests([answered, contest('a'), contest('b')])).toEqual(merged);
  });
});

describe('contestsIn', () => {
  const attached = (contests: unknown) =>
    new Map([['attachments/contests.json', new TextEncoder().encode(JSON.stringify({ contests }))]]);

  it('reads what is attached to a copy, and nothing where nothing is', () => {
    expect(contestsIn(attached([contest('a')]))).toEqual([contest('a')]);
    expect(contestsIn(new Map())).toEqual([]);
  });

  it('refuses a file of contests that cannot be read', () => {
    expect(() => contestsIn(attached([{}]))).toThrow('attachments/contests.json: cannot be read');
  });
});
