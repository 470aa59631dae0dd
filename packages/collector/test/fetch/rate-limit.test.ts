import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateLimitEnd } from '../../src/fetch/rate-limit.js';

const now = new Date('2026-09-28T00:00:00Z');

describe('rateLimitEnd', () => {
  it.each([
    [
      'a date (Mastodon)',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-09-28T00:05:00.000000Z' },
      '00:05:00',
    ],
    ['seconds from now (Reddit)', { 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '120' }, '00:02:00'],
    [
      'seconds since 1970 (Bluesky)',
      { 'ratelimit-remaining': '0', 'ratelimit-reset': String(Date.UTC(2026, 8, 28, 0, 1) / 1000) },
      '00:01:00',
    ],
    ['seconds from now (IETF draft)', { 'ratelimit-remaining': '0', 'ratelimit-reset': '30' }, '00:00:30'],
  ])('reads %s', (_name, headers, expected) => {
    const end = rateLimitEnd(headers, now);
    expect(end === undefined ? '' : new Date(end).toISOString()).toBe(`2026-09-28T${expected}.000Z`);
  });

  it.each([
    ['requests remain', { 'x-ratelimit-remaining': '1.0', 'x-ratelimit-reset': '120' }],
    ['nothing is said', {}],
    ['the reset is missing', { 'ratelimit-remaining': '0' }],
    ['the reset cannot be read', { 'ratelimit-remaining': '0', 'ratelimit-reset': 'soon' }],
  ])('says nothing where %s', (_name, headers) => {
    expect(rateLimitEnd(headers, now)).toBeUndefined();
  });

  it('never throws, whatever a host writes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (remaining, reset) => {
        const end = rateLimitEnd({ 'ratelimit-remaining': remaining, 'ratelimit-reset': reset }, now);
        expect(end === undefined || Number.isFinite(end)).toBe(true);
      }),
    );
  });
});
