import { describe, expect, it } from 'vitest';
import {
  checkPassword,
  keepPassword,
  nobodysPassword,
  passwordMatches,
} from '../../../src/server/accounts/password.js';

describe('a password', () => {
  it('is kept as what scrypt makes of it, different every time, and known again', async () => {
    const [one, other] = [await keepPassword('four words of no kin'), await keepPassword('four words of no kin')];
    expect(one.hash).not.toBe(other.hash);
    expect(JSON.stringify(one)).not.toContain('four');
    expect(await passwordMatches('four words of no kin', one)).toBe(true);
    expect(await passwordMatches('four words of no kim', one)).toBe(false);
    expect(await passwordMatches('', one)).toBe(false);
    expect(await passwordMatches('x'.repeat(5_000), one)).toBe(false);
  });

  it('is the same however its letters are put together', async () => {
    const kept = await keepPassword('caf\u00e9 au lait et pain');
    expect(await passwordMatches('cafe\u0301 au lait et pain', kept)).toBe(true);
  });

  it('that nobody has takes the same work as one that somebody has', async () => {
    const { cost, blockSize, parallel } = await keepPassword('four words of no kin');
    expect(nobodysPassword()).toMatchObject({ cost, blockSize, parallel });
    expect(await passwordMatches('four words of no kin', nobodysPassword())).toBe(false);
  });

  it.each(['', 'short', 'elevensigns', 'aaaaaaaaaaaaaa', 'abababababababab', 'my name is samira', 'x'.repeat(2_000)])(
    'is refused where it is quickly guessed: %j',
    (password) => {
      expect(() => checkPassword(password, 'samira')).toThrow(/^password: expected/);
    },
  );

  it.each(['four words of no kin', 'أربع كلمات لا صلة بينها', 'correct-horse-battery'])('may be %j', (password) => {
    expect(() => checkPassword(password, 'samira')).not.toThrow();
  });
});
