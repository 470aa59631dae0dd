import type { PostCandidate } from '@marsad/records';
import { post as postSchema } from '@marsad/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideUserInUrl } from '../../src/redact/hide-user-in-url.js';
import { redactText } from '../../src/redact/redact-text.js';
import { foldText } from '../../src/steps/assign-id.js';
import { canonicalUrl } from '../../src/steps/canonical-url.js';
import { normaliseText } from '../../src/steps/normalise.js';
import { runSteps } from '../../src/steps.js';

const context = { authorKey: new Uint8Array(32).fill(1) };
const candidate = (text: string, more: Partial<PostCandidate> = {}): PostCandidate => ({
  sourceId: 's',
  locator: 'l',
  text,
  permission: 'public-web',
  ...more,
});

describe('normaliseText', () => {
  it('keeps what is read and drops what is not', () => {
    expect(normaliseText(' a\u00A0\u2003b\r\n\r\n\r\n\r\nc\u0000\u0007\u00AD\u200Bd\t\te\uFEFF ')).toBe('a b\n\ncd e');
    expect(normaliseText('e\u0301\uD800')).toBe('é\uFFFD');
    expect(normaliseText('می‌خواهم 👨‍👩‍👧')).toBe('می‌خواهم 👨‍👩‍👧');
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
      { numRuns: 3000, seed: 8 },
    );
  });
});

describe('redactText', () => {
  it.each([
    ['write to amina.b+news@mail.example.org now', 'write to ⟨email⟩ now'],
    ['راسلني على karim@example.com', 'راسلني على ⟨email⟩'],
    ['call +212 6 12 34 56 78!', 'call ⟨phone⟩!'],
    ['اتصل ب ٠٦١٢٣٤٥٦٧٨ الآن', 'اتصل ب ⟨phone⟩ الآن'],
    ['اتصل ۰۶ ۱۲ ۳۴ ۵۶ ۷۸', 'اتصل ⟨phone⟩'],
    ['(021) 44-55-66-77', '⟨phone⟩'],
    ['06.12.34.56.78 ou 0612345678', '⟨phone⟩ ou ⟨phone⟩'],
    ['merci @amina_b et @كريم.', 'merci ⟨user⟩ et ⟨user⟩.'],
    ['@karim@social.example.org hello', '⟨user⟩ hello'],
    [
      'see https://x.com/amina/status/123456789012 or https://t.me/karim',
      'see https://x.com/⟨user⟩/status/123456789012 or https://t.me/⟨user⟩',
    ],
    [
      'https://user:secret@example.org/a https://example.org/@amina/1',
      'https://example.org/a https://example.org/@⟨user⟩/1',
    ],
    ['https://wa.me/212612345678', 'https://wa.me/⟨phone⟩'],
  ])('hides what leads to a person in %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });
  it.each([
    'on 2026-04-02 and 02/04/2026',
    'in 2019-2023',
    '1 200 000 habitants',
    '12 000 000 euros',
    'at 18:30, 25°C',
    'the 2nd of 14',
    '3.14159',
    'https://example.org/2026/04/02/article-12345678.html',
  ])('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });
  it('changes nothing the second time and stays quick on long runs', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '@', '.', '6', '0', ' ', '-', '+', 'ع', '٣', '/', 'https://', '(', '⟨user⟩'),
          maxLength: 60,
        }),
        (text) => {
          const once = redactText(text);
          expect(redactText(once)).toBe(once);
        },
      ),
      { numRuns: 3000, seed: 9 },
    );
    const start = performance.now();
    for (const unit of ['a', '@', 'a.', '1 ', 'a@', '+', '(1']) redactText(unit.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://Example.ORG:80/a/../b?utm_source=x&q=1&fbclid=y#top', 'http://example.org/b?q=1'],
    ['https://user:pw@example.org./a;jsessionid=12?b=%20c&PHPSESSID=1', 'https://example.org/a?b=%20c'],
    ['https://example.org/?', 'https://example.org/'],
    ['https://example.org/حي', 'https://example.org/%D8%AD%D9%8A'],
  ])('makes %s into %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });
  it.each([
    'mailto:a@example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('refuses %s', (url) => {
    expect(canonicalUrl(url)).toBeUndefined();
  });
  it('never throws, keeps the host and changes nothing the second time', () => {
    const path = fc.string({
      unit: fc.constantFrom(
        'a',
        '/',
        '?',
        '&',
        '=',
        'utm_x',
        ';sid=1',
        '%41',
        '%',
        '#',
        '.',
        '..',
        ' ',
        'ع',
        '\t',
        '@',
        ':',
        ';jsessionid=',
      ),
      maxLength: 15,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          path.map((part) => `https://example.org/${part}`),
          fc.string(),
        ),
        (url) => {
          const once = canonicalUrl(url);
          if (once === undefined) return;
          expect(canonicalUrl(once)).toBe(once);
          expect(new URL(once).hostname).toBe(new URL(url).hostname.replace(/\.+$/, ''));
        },
      ),
      { numRuns: 20_000, seed: 10 },
    );
  });
});

describe('hideUserInUrl', () => {
  it('leaves addresses that name nobody as they are', () => {
    for (const url of [
      'https://www.facebook.com/groups/123/',
      'https://x.com/i/status/1',
      'https://example.org/in/fact',
      'https://example.org/news?id=2',
    ]) {
      expect(hideUserInUrl(url).includes('⟨')).toBe(url.includes('/in/'));
    }
  });
});

describe('runSteps', () => {
  it('makes a post without any name in it', () => {
    const { posts } = runSteps(
      [
        candidate('Bonjour @karim', {
          url: 'https://x.com/amina/status/9?utm_source=a',
          locator: 'https://x.com/amina/status/9',
          authorHandle: 'Amina',
          title: ' Le\ntitre ',
          publishedAt: '2026-04-02T00:00:00.000Z',
          publishedPrecision: 'day',
        }),
      ],
      context,
    );
    const [made] = posts;
    expect(postSchema.parse(made)).toEqual(made);
    expect(JSON.stringify(made).toLowerCase()).not.toMatch(/amina|karim/);
    expect(made).toMatchObject({ title: 'Le titre', text: 'Bonjour ⟨user⟩', publishedPrecision: 'day' });
  });
  it('gives the same author the same hash, and only within a source', () => {
    const { posts } = runSteps(
      [
        candidate('one text', { authorHandle: 'Amina ' }),
        candidate('two text', { authorHandle: 'amina' }),
        candidate('three text', { authorHandle: 'amina', sourceId: 'other' }),
      ],
      context,
    );
    expect(posts[0]?.authorHash).toBe(posts[1]?.authorHash);
    expect(posts[2]?.authorHash).not.toBe(posts[0]?.authorHash);
  });
  it('names places that named people apart without naming them', () => {
    const { posts } = runSteps(
      ['amina', 'karim'].map((name) => candidate('some words', { locator: `https://example.org/users/${name}` })),
      context,
    );
    expect(new Set(posts.map(({ locator }) => locator)).size).toBe(2);
  });
  it.each([
    ['', 'no-text'],
    [' \u200B\n', 'no-text'],
    ['x', 'too-short'],
    ['@amina 12345', 'too-short'],
    ['😀😀😀', 'too-short'],
    ['word '.repeat(30_000), 'too-long'],
  ])('rejects %j with a reason', (text, reason) => {
    expect(runSteps([candidate(text)], context)).toEqual({
      posts: [],
      rejections: [{ sourceId: 's', locator: 'l', reason }],
    });
  });
  it('brings every candidate out once, as a valid post or a rejection', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.string({ unit: 'binary' }), locator: fc.string({ minLength: 1 }) })),
        (found) => {
          const { posts, rejections } = runSteps(
            found.map(({ text, locator }) => candidate(text, { locator })),
            context,
          );
          expect(posts.length + rejections.length).toBe(found.length);
          for (const made of posts) expect(postSchema.parse(made)).toEqual(made);
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  });
});

describe('foldText', () => {
  it('makes copies equal', () => {
    expect(foldText('Bonjour, le MONDE !\n')).toBe(foldText('bonjour le monde'));
    expect(foldText('ﻣﺮﺣﺒﺎ')).toBe(foldText('مرحبا'));
    expect(foldText('ça va')).not.toBe(foldText('ca va'));
  });
});
