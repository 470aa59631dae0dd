import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityItems } from '../../src/import/activity-items.js';
import { contextOf, sorted } from './support/context.js';
import { inPieces } from './support/memory-files.js';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const actor = 'https://social.test/users/amina';
const note = (n: number, more: object = {}) => ({
  id: `${actor}/statuses/${n}`,
  type: 'Note',
  summary: null,
  published: '2026-04-01T10:00:00Z',
  url: `https://social.test/@amina/${n}`,
  attributedTo: actor,
  to: [PUBLIC],
  cc: [`${actor}/followers`],
  content: `<p>Post number ${n}</p>`,
  contentMap: { fr: `<p>Post number ${n}</p>` },
  ...more,
});
const create = (n: number, more: object = {}) => ({
  id: `${actor}/statuses/${n}/activity`,
  type: 'Create',
  actor,
  published: '2026-04-01T10:00:00Z',
  to: [PUBLIC],
  cc: [],
  object: note(n, more),
});
const outbox = (items: unknown[], more: object = {}): string =>
  JSON.stringify({
    '@context': ['https://www.w3.org/ns/activitystreams', { items: ['not these'] }],
    id: 'outbox.json',
    type: 'OrderedCollection',
    totalItems: items.length,
    orderedItems: items,
    ...more,
  });
const read = (text: string, name = 'outbox.json', size = 11) =>
  sorted(activityItems(inPieces(text, size), contextOf(name, { language: 'ary' })));

describe('activityItems', () => {
  it('reads the posts of an outbox with time, author, language and address', async () => {
    const { texts, error } = await read(outbox([create(1)]));
    expect(error).toBeUndefined();
    expect(texts).toEqual([
      {
        sourceId: 'file',
        locator: `${actor}/statuses/1`,
        url: 'https://social.test/@amina/1',
        text: 'Post number 1',
        publishedAt: '2026-04-01T10:00:00.000Z',
        publishedPrecision: 'second',
        languageHint: 'fra',
        authorHandle: actor,
        permission: 'file-import',
      },
    ]);
  });

  it('leaves out boosts, private messages, other activities and what is no activity, each with its reason', async () => {
    const { texts, left, problems } = await read(
      outbox([
        { id: `${actor}/3/activity`, type: 'Announce', actor, object: 'https://other.test/1', to: [PUBLIC] },
        { ...create(4, { to: [`${actor}/followers`], cc: [] }), to: [`${actor}/followers`] },
        { ...create(5, { to: ['https://other.test/users/x'], cc: [] }), to: ['https://other.test/users/x'] },
        { type: 'Like', actor, object: 'https://other.test/1' },
        { type: 'Delete', actor, object: { type: 'Tombstone' } },
        { type: 'Create', actor, object: 'https://social.test/notes/6', to: PUBLIC },
        create(7, { type: 'Image' }),
        { no: 'type' },
        'nothing',
        create(8, { content: 5 }),
        create(9),
      ]),
    );
    expect(texts.map(({ text }) => text)).toEqual(['Post number 9']);
    expect(left).toEqual({
      boost: 1,
      'not-public': 2,
      'other-activity': 2,
      'object-not-included': 1,
      'other-object': 1,
      'not-an-activity': 2,
      'not-an-object': 1,
    });
    expect(problems.slice(0, 2)).toEqual([
      "entry 1 passes on somebody else's post",
      'entry 2 is not addressed to the public',
    ]);
  });

  it.each([
    ['unlisted posts', create(1, { to: [`${actor}/followers`], cc: [PUBLIC] }), { text: 'Post number 1' }],
    ['a post that is addressed to nobody', { type: 'Note', content: 'bare' }, { text: 'bare', languageHint: 'ary' }],
    ['an article', create(1, { type: 'Article', name: 'Title' }), { title: 'Title', text: 'Post number 1' }],
    ['types as lists', create(1, { type: ['Note', 'https://x.test/Poem'] }), { text: 'Post number 1' }],
    ['plain text', create(1, { content: 'a < b', contentMap: null, mediaType: 'text/plain' }), { text: 'a < b' }],
    ['a content warning', create(1, { summary: 'Warning' }), { text: 'Warning\n\nPost number 1' }],
    [
      'a map without content',
      create(1, { content: undefined, contentMap: { ar: '<p>كلام</p>' } }),
      { text: 'كلام', languageHint: 'ara' },
    ],
    [
      'the language that the content is in',
      create(1, { content: 'كلام', contentMap: { fr: 'parole', ar: 'كلام' } }),
      { text: 'كلام', languageHint: 'ara' },
    ],
    [
      'an author as an object',
      create(1, { attributedTo: [{ type: 'Person', id: 'https://x.test/y' }] }),
      { authorHandle: 'https://x.test/y' },
    ],
    ['the author of the activity', create(1, { attributedTo: undefined }), { authorHandle: actor }],
    [
      'a link as an object',
      create(1, { url: [{ type: 'Link', href: 'https://x.test/1' }] }),
      { url: 'https://x.test/1' },
    ],
    [
      'a place',
      create(1, { location: { type: 'Place', latitude: 35.5, longitude: 18.2 } }),
      { coordinates: [18.2, 35.5] },
    ],
  ])('reads %s', async (_what, entry, expected) => {
    expect((await read(outbox([entry]))).texts).toEqual([expect.objectContaining(expected)]);
  });

  it.each<[string, string, string]>([
    ['a page', JSON.stringify({ type: 'OrderedCollectionPage', partOf: 'x', orderedItems: [create(1)] }), 'a.json'],
    [
      'the first page within a collection',
      JSON.stringify({ type: 'Collection', first: { type: 'CollectionPage', items: [create(1)] } }),
      'a.json',
    ],
    ['a bare list', JSON.stringify([create(1)]), 'a.json'],
    ['one activity a line', `${JSON.stringify(create(1))}\n`, 'a.jsonl'],
  ])('finds the posts in %s', async (_what, text, name) => {
    expect((await read(text, name)).texts.map((candidate) => candidate.text)).toEqual(['Post number 1']);
  });

  it('gives a post without an id a name that stays', async () => {
    const [first, second] = [
      await read(outbox([{ type: 'Note', content: 'bare' }])),
      await read(outbox([{ type: 'Note', content: 'bare' }])),
    ];
    expect(first.texts[0]?.locator).toMatch(/^[0-9a-f]{32}$/);
    expect(first.texts[0]?.locator).toBe(second.texts[0]?.locator);
  });

  it('keeps what comes before a cut and says so', async () => {
    const text = outbox([create(1), create(2)]);
    const { texts, error } = await read(text.slice(0, text.length - 100));
    expect(texts).toHaveLength(1);
    expect(error).toMatchObject({ name: 'InputError', code: 'cut-off' });
  });

  it('gives every post back however the text is cut, and ends with items or an InputError whatever it is', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), fc.integer({ min: 1, max: 300 }), async (contents, size) => {
        const items = contents.map((content, n) =>
          create(n, { content, contentMap: undefined, mediaType: 'text/plain' }),
        );
        const { texts, error } = await read(outbox(items), 'outbox.json', size);
        expect(error).toBeUndefined();
        expect(texts.map(({ text }) => text)).toEqual(contents);
      }),
      { numRuns: 200, seed: 8 },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), fc.constantFrom('a.json', 'a.jsonl'), async (text, name) => {
        for (const whole of [text, outbox([]).replace('[]', text)]) {
          const { error } = await read(whole, name);
          if (error !== undefined) expect(error).toMatchObject({ name: 'InputError' });
        }
      }),
      { numRuns: 500, seed: 9 },
    );
  });
});
