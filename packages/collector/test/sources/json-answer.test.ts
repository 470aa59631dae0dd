import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJson, readJson, unreadableItem } from '../../src/sources/json-answer.js';

const answer = (body: string, headers: Record<string, string> = {}) => ({
  url: 'http://api.test/list',
  headers,
  body: new TextEncoder().encode(body),
});
const list = z.object({ items: z.array(z.unknown()) });

describe('readJson', () => {
  it('gives what the schema describes', () => {
    expect(readJson(list, answer('{"items":[1],"more":2}'), 'a list')).toEqual({ value: { items: [1] } });
  });

  it.each(['<html>', '{"items":', '{"error":"busy"}', ''])('%j is to be tried again', (body) => {
    const read = readJson(list, answer(body, { 'content-type': 'text/html' }), 'a list');
    expect(read).toMatchObject({
      refused: {
        failed: {
          reason: 'unexpected-answer',
          later: true,
          message: 'http://api.test/list: expected a list, got text/html of another shape',
        },
      },
    });
  });

  it('keeps to what X-Robots-Tag asks', () => {
    const read = readJson(list, answer('{"items":[1]}', { 'x-robots-tag': 'noindex, nofollow' }), 'a list');
    expect(read).toEqual({ refused: { leads: [], candidates: [], rejections: [], skipped: 'noindex' } });
  });
});

describe('unreadableItem', () => {
  it('names equal items alike and others otherwise', () => {
    const place = (item: unknown): string => unreadableItem('s', 'http://api.test', item).locator;
    expect(place({ a: 1 })).toBe(place({ a: 1 }));
    expect(place({ a: 1 })).not.toBe(place({ a: 2 }));
    expect(place(undefined)).toMatch(/^http:\/\/api\.test\/#unreadable-[0-9a-f]{16}$/);
  });

  it('stands nesting deeper than the stack', () => {
    const deep = parseJson(new TextEncoder().encode('['.repeat(200_000) + ']'.repeat(200_000)));
    expect(deep).toBeInstanceOf(Array);
    expect(unreadableItem('s', 'http://api.test', deep).reason).toBe('unreadable-item');
  });
});
