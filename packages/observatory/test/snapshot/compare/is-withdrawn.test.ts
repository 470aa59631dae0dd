import { describe, expect, it } from 'vitest';
import { isWithdrawn } from '../../../src/snapshot/compare/is-withdrawn.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

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

describe('isWithdrawn', () => {
  it('is true of the very version that a notice takes back', () => {
    expect(isWithdrawn(signed(3, [2, 3]))).toBe(true);
    expect(isWithdrawn(signed(4, [2, 3]))).toBe(false);
    expect(isWithdrawn(new Map())).toBe(false);
  });
});
