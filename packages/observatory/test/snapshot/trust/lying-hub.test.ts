import { sha256, type Tier } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { manifestSum } from '../../../src/snapshot/manifest-sum.js';
import { contentProblems } from '../../../src/snapshot/trust/content-problems.js';
import { judgePackage } from '../../../src/snapshot/trust/judge-package.js';
import type { RefusalCode } from '../../../src/snapshot/trust/refusal.js';
import { parts } from '../parts.js';
import { cityFiles, type Files, invited, json, NOW, signedCity, text, withFiles } from './signed-city.js';

/** What is written into a file, listed in its manifest with its true hash, and signed with the true keys. */
const lying = (path: string, content: string, tier: Tier = 'public'): Files => {
  const files = withFiles(cityFiles({ tier }), { [path]: text(content) });
  const folder = path.startsWith('partner/') ? 'partner/' : path.startsWith('restricted/') ? 'restricted/' : '';
  const at = `${folder}manifest.json`;
  const manifest = json(files, at) as { files: { path: string }[] };
  const entry = { path, bytes: text(content).length, sha256: sha256(content) };
  const listed = [...manifest.files.filter((file) => file.path !== path), entry].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const bytes = text(
    `${JSON.stringify(path === at ? JSON.parse(content) : { ...manifest, files: listed }, null, 2)}\n`,
  );
  const changed = withFiles(files, { [at]: bytes });
  if (folder === '') changed.set('manifest.json.sha256', text(manifestSum(bytes)));
  return signedCity({ files: changed });
};

type Figures = { blocks: { area: string | null; status: string; figures?: Record<string, unknown> }[] };

const inFigures = (change: (figures: Figures) => void): Files => {
  const figures = json(cityFiles(), 'figures.json') as unknown as Figures;
  change(figures);
  return lying('figures.json', `${JSON.stringify(figures)}\n`);
};

const inManifest = (change: object): Files =>
  lying('manifest.json', JSON.stringify({ ...json(cityFiles(), 'manifest.json'), ...change }));

const inProfile = (change: object): Files =>
  lying('profile.json', JSON.stringify({ ...json(cityFiles(), 'profile.json'), ...change }));

const narratives = (sentence: string): Files =>
  lying(
    'partner/narratives.json',
    JSON.stringify({
      narratives: [
        {
          id: 'one',
          signal: 'hate',
          weeks: ['2026-W01', '2026-W02'],
          area: null,
          paraphrase: { en: 'Newcomers are blamed.' },
          examples: [{ language: 'eng', text: sentence }],
        },
      ],
    }),
    'partner',
  );

const shown = ({ blocks }: Figures, area: string | null): Record<string, unknown> =>
  blocks.find((block) => block.area === area && block.status === 'shown')?.figures ?? {};

const inShown = (change: object): Files => inFigures((figures) => Object.assign(shown(figures, 'a'), change));

/** A lie under a true signature, the code, and what the refusal says. */
const LIES: readonly [string, RefusalCode, RegExp, () => Files][] = [
  [
    'a cell under the threshold',
    'not-whole',
    /a, 2026-W14 to 2026-W15: shown although too-few-posts/,
    () => inShown({ posts: 9 }),
  ],
  ['a cell of too few authors', 'not-whole', /shown although too-few-authors/, () => inShown({ authors: 4 })],
  ['a cell of too few sources', 'not-whole', /shown although too-few-sources/, () => inShown({ sources: 2 })],
  [
    'rules below the floor',
    'not-whole',
    /minimumPosts/,
    () => inManifest({ rules: { minimumPosts: 3, minimumAuthors: 1, minimumSources: 1, maximumTopAuthorShare: 0.5 } }),
  ],
  [
    'a hidden cell with its number',
    'not-whole',
    /must not carry a number/,
    () =>
      inFigures(({ blocks }) =>
        Object.assign(blocks.find(({ status }) => status === 'suppressed') ?? {}, { posts: 3 }),
      ),
  ],
  [
    'a language of few posts',
    'not-whole',
    /languages tell of too few posts/,
    () => inShown({ languages: { ara: 11, fra: 1 } }),
  ],
  [
    'exact counts of hidden posts',
    'not-whole',
    /told exactly/,
    () => inManifest({ counts: { posts: 53, outcomes: { published: 53 }, itemsLeftOut: {}, documentsLeftOut: {} } }),
  ],
  [
    'a hidden number under an unknown name',
    'content',
    /blocks\.\d+\.figures\.rest is no field of this format/,
    () => inShown({ rest: 3 }),
  ],
  [
    'raw texts beside the figures',
    'content',
    /figures\.json: blocks\.\d+\.figures\.text: is a field of a post/,
    () => inShown({ text: 'They should all leave our street' }),
  ],
  [
    'a raw text as the name of a language',
    'content',
    /field's name holds words, where only codes may stand/,
    () => inShown({ languages: { 'They should all leave our street': 12 } }),
  ],
  [
    'authors by their hashes',
    'content',
    /authorHash: is a field of a post/,
    () => inManifest({ authors: [{ authorHash: 'a'.repeat(32) }] }),
  ],
  [
    'the address of a post',
    'content',
    /manifest\.json: posts\.0\.url: is a field of a post/,
    () => inManifest({ posts: [{ url: 'https://forum.example/t/1#p2' }] }),
  ],
  [
    'an e-mail address in the name of a source',
    'content',
    /sources\.0\.name: holds an e-mail address/,
    () =>
      signedCity({
        files: cityFiles({
          sources: [{ id: 'news', name: 'Blog of leila.b@example.org', kind: 'website', events: [] }],
        }),
      }),
  ],
  [
    'the name of a user in the name of a source',
    'content',
    /sources\.0\.name: holds a name of a user/,
    () =>
      signedCity({
        files: cityFiles({ sources: [{ id: 'news', name: 'Posts of @leila_b', kind: 'mastodon', events: [] }] }),
      }),
  ],
  [
    'a telephone number in a narrative',
    'content',
    /narratives\.0\.examples\.0\.text: holds a telephone number/,
    () => narratives('Call him on +216 98 123 456 and tell him.'),
  ],
  [
    'a telephone number in Eastern digits',
    'content',
    /holds a telephone number/,
    () => narratives('اتصلوا به على ٠٦ ١٢ ٣٤ ٥٦ ٧٨'),
  ],
  [
    'a telephone number without its country',
    'content',
    /holds a telephone number/,
    () => narratives('هاتف 98 123 456 واسألوا عنه'),
  ],
  [
    'an e-mail address in disguise',
    'content',
    /holds an e-mail address/,
    () => narratives('Write to leila [at] example [dot] org'),
  ],
  [
    "a link to somebody's profile",
    'content',
    /holds a link to somebody's profile/,
    () => narratives('As https://www.facebook.com/leila.b said'),
  ],
  [
    'a quotation that leads to its writer',
    'content',
    /holds a quotation of 120 signs/,
    () => narratives(`They write «${'كلمة '.repeat(24)}» again.`),
  ],
  ['a post copied whole', 'not-whole', /narratives\.json/, () => narratives('word '.repeat(300))],
  ['words that turn round', 'content', /signs that turn the direction/, () => narratives('safe \u202eevil')],
  [
    'a private telephone in the profile',
    'content',
    /profile\.json: note: holds a telephone number/,
    () => inProfile({ note: 'Ask Leila, +33 6 12 34 56 78' }),
  ],
  [
    'a file of posts, listed and signed',
    'not-whole',
    /posts\.json: is no file of a snapshot/,
    () => lying('posts.json', '[]'),
  ],
  [
    'a table that says other than the figures',
    'not-whole',
    /data\/blocks\.csv: does not say what/,
    () => lying('data/blocks.csv', 'area,posts\na,3\n'),
  ],
  [
    'a newer format, so that nobody looks',
    'other-format',
    /got 1\.99\.0/,
    () => inManifest({ format: { name: 'marsad-snapshot', version: '1.99.0' } }),
  ],
  [
    'an older format, so that less is asked',
    'other-format',
    /got 1\.1\.0/,
    () => inManifest({ format: { name: 'marsad-snapshot', version: '1.1.0' } }),
  ],
  [
    'a review sample with texts in it',
    'content',
    /review-sample\.json: samples\.0\.text: is a field of a post/,
    () =>
      lying(
        'restricted/review-sample.json',
        JSON.stringify({
          samples: [
            {
              id: 'one',
              design: 'random',
              signal: 'hate',
              seed: 1,
              posts: [],
              labelled: 0,
              labels: {},
              text: 'They should all leave',
            },
          ],
        }),
        'restricted',
      ),
  ],
];

describe('a true signature over what must not be told', () => {
  it.each(LIES)('%s is refused as %s', (_lie, code, says, make) => {
    const judged = judgePackage(make(), invited(), NOW);
    expect(
      judged.refusals
        .filter((refusal) => refusal.code === code)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(says);
    expect(judged.nextRemembered?.newest).toBeNull();
  });

  it('never repeats what it refuses', () => {
    for (const make of [
      () => narratives('Call him on +216 98 123 456'),
      () => narratives('Write to leila@example.org'),
    ]) {
      const { refusals } = judgePackage(make(), invited(), NOW);
      expect(JSON.stringify(refusals)).not.toMatch(/98 123|leila/);
    }
  });
});

describe('contentProblems', () => {
  it('reads what a hub signs too, and tells of no more than a hundred problems', () => {
    const hop = {
      signed: { type: 'hop', note: 'ask leila@example.org' },
      signatures: [{ key: 'a', signature: '+216 98 123 456' }],
    };
    expect(contentProblems(new Map([['hops/1.json', text(JSON.stringify(hop))]]))).toEqual([
      'hops/1.json: signed.note: holds an e-mail address',
    ]);
    const many = { all: Array.from({ length: 300_000 }, () => '@leila_b') };
    expect(contentProblems(new Map([['context.json', text(JSON.stringify(many))]]))).toHaveLength(100);
  });

  it('finds nothing in what a city may tell, offices with their telephone included', () => {
    const office = { office: { en: 'Office for cohesion' }, email: 'cohesion@city.example' };
    const resources = [
      {
        id: 'line',
        kind: 'contact' as const,
        titles: { en: 'Help line' },
        text: { en: 'Call +216 71 123 456, or 116 006.' },
        languages: [],
        tags: [],
      },
    ];
    const { profile: _none, ...city } = parts() as ReturnType<typeof parts> & { profile?: unknown };
    const files = cityFiles({
      ...city,
      tier: 'restricted',
      profile: { names: { en: 'Test city', fr: 'Ville', ar: 'مدينة' }, languages: ['ara'], contact: office, resources },
    });
    expect(contentProblems(files)).toEqual([]);
  });

  it.each([
    'From 2026-04-01 to 01.05.2026 there were 12 345 678 people, 1,000,000 of them new (2026-W14).',
    'See https://example.org/report/2026/0612345678 on pages 10-20, 101 102 103.',
    'Rates of 0.0612345678 and 3.14159265358979.',
    'They say «go home» and “not from here”.',
  ])('lets pass %s', (sentence) => {
    expect(contentProblems(new Map([['context.json', text(JSON.stringify({ sentence }))]]))).toEqual([]);
  });
});
