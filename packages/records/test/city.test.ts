import { describe, expect, it } from 'vitest';
import { names, PROTECTION_FLOOR, protectionRules } from '../src/city.js';

describe('protection rules', () => {
  it('are the floor when a city says nothing', () => {
    expect(protectionRules.parse({})).toEqual(PROTECTION_FLOOR);
  });

  it('may be raised, never lowered', () => {
    expect(protectionRules.parse({ minimumPosts: 30 }).minimumPosts).toBe(30);
    expect(protectionRules.safeParse({ minimumPosts: 9 }).success).toBe(false);
    expect(protectionRules.safeParse({ minimumAuthors: 1 }).success).toBe(false);
    expect(protectionRules.safeParse({ maximumTopAuthorShare: 0.9 }).success).toBe(false);
  });
});

describe('names', () => {
  it('need at least one of the three languages', () => {
    expect(names.safeParse({}).success).toBe(false);
    expect(names.parse({ ar: 'المنار' })).toEqual({ ar: 'المنار' });
  });
});
