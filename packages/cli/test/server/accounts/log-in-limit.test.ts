import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/server/accounts/address-key.js';
import { openLogInLimit } from '../../../src/server/accounts/log-in-limit.js';

describe('the limit of log-ins', () => {
  it('lets five tries pass and doubles the delay with each failure after them, up to a quarter of an hour', () => {
    let now = 0;
    const limit = openLogInLimit(() => now);
    const waits: number[] = [];
    for (let failed = 0; failed < 20; failed += 1) {
      const wait = limit.begin('a');
      waits.push(wait);
      now += wait;
      if (wait > 0) expect(limit.begin('a')).toBe(0);
    }
    expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(15 * 60_000);
  });

  it('forgets after a day, and at once when the password was right', () => {
    let now = 0;
    const limit = openLogInLimit(() => now);
    const fail = (times: number) => Array.from({ length: times }, () => limit.begin('a')).at(-1);
    expect(fail(6)).toBe(1_000);
    limit.forget('a');
    expect(fail(5)).toBe(0);
    now += 25 * 3_600_000;
    expect(fail(5)).toBe(0);
  });

  it('remembers a bounded number of keys, those that failed last', () => {
    const limit = openLogInLimit(() => 0, 3);
    for (let tried = 0; tried < 5; tried += 1) limit.begin('kept');
    for (const key of ['b', 'c']) limit.begin(key);
    expect(limit.begin('kept')).toBe(1_000);
    limit.begin('d');
    expect(limit.begin('kept')).toBe(0);
  });
});

describe('the address that is counted', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
