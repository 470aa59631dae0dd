import { describe, expect, it } from 'vitest';
import { isWithdrawn, mergeAttachments } from '../../../src/snapshot/compare/merge-attachments.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const contest = (id: string, more: object = {}) => ({
  id,
  city: 'test-city',
  about: { kind: 'source', source: 'news' },
  by: 'A community centre',
  text: { en: 'This is not a local source.' },
  raised: '2026-05-01T00:00:00.000Z',
  ...more,
});
const answer = { by: 'The city', text: { en: 'It was removed.' }, answered: '2026-06-01T00:00:00.000Z' };
const attached = (...contests: object[]) => new Map([['attachments/contests.json', bytes({ contests })]]);

const signatures = [{ key: '0'.repeat(32), signature: 'AAAA' }];
const signed = (version: number, withdrawn: number[]) =>
  new Map([
    [
      'signature.json',
      bytes({
        signed: {
          type: 'snapshot',
          city: 'test-city',
          version,
          manifests: { public: '0'.repeat(64) },
          audience: null,
          issued: '2026-05-01T00:00:00.000Z',
          expires: '2027-05-01T00:00:00.000Z',
        },
        signatures,
      }),
    ],
    [
      'notices/1.json',
      bytes({
        signed: {
          type: 'withdrawal',
          city: 'test-city',
          number: 1,
          versions: withdrawn,
          reason: { en: 'A source was counted twice.' },
          issued: '2026-05-02T00:00:00.000Z',
        },
        signatures,
      }),
    ],
  ]);

describe('mergeAttachments', () => {
  it('keeps every contest once, answered where one copy holds the answer', () => {
    const open = attached(contest('b'), contest('a'));
    const answered = attached(contest('b', { answer }));
    const [one, other] = [mergeAttachments([open, answered]), mergeAttachments([answered, open])];
    expect(one).toEqual(other);
    const { contests } = JSON.parse(new TextDecoder().decode(one.get('attachments/contests.json')));
    expect(contests).toEqual([contest('a'), contest('b', { answer })]);
  });

  it('adds no file where nothing is contested', () => {
    expect(mergeAttachments([new Map(), attached()]).size).toBe(0);
  });

  it('refuses a file of contests that cannot be read', () => {
    expect(() => mergeAttachments([new Map([['attachments/contests.json', bytes({ contests: [{}] })]])])).toThrow(
      'attachments/contests.json: cannot be read',
    );
  });
});

describe('isWithdrawn', () => {
  it('is true of the very version that a notice takes back', () => {
    expect(isWithdrawn(signed(3, [2, 3]))).toBe(true);
    expect(isWithdrawn(signed(4, [2, 3]))).toBe(false);
    expect(isWithdrawn(new Map())).toBe(false);
  });
});
