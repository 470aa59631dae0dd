import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type Findings, InputError, snapshotFigures, snapshotManifest } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { buildSnapshot, type SnapshotParts } from '../../src/snapshot/build-snapshot.js';
import { canonicalJson } from '../../src/snapshot/canonical-json.js';
import { parts } from './parts.js';

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files.get(path));
const digest = (files: ReadonlyMap<string, Uint8Array>): string[] =>
  [...files].map(([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);

const ofCode = (hate: number) => ({ hate, extremism: 0, polarisation: 0, offensive: 0, bridging: 0 });

describe('buildSnapshot', () => {
  it('makes figures, outlines, tables and texts, and a manifest that begins with the format', () => {
    const files = buildSnapshot(parts());
    const tables = [...files.keys()].filter((path) => path.startsWith('data/'));
    expect(tables).toHaveLength(18);
    const others = [
      'areas.geojson',
      'areas.topojson',
      'datapackage.json',
      'figures.json',
      'manifest.json',
      'manifest.json.sha256',
      'method.md',
      'profile.json',
    ];
    expect([...files.keys()].filter((path) => !path.startsWith('data/')).sort()).toEqual(others);
    const text = textOf(files, 'manifest.json');
    expect(text.startsWith('{\n  "format": {\n    "name": "marsad-snapshot",\n    "version": "1.4.0"')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).not.toContain('\r');
    const manifest = snapshotManifest.parse(JSON.parse(text));
    expect(manifest.weeks).toEqual(['2026-W14', '2026-W16']);
    expect(manifest.rules.minimumPosts).toBe(10);
    expect(manifest.sources.map(({ id }) => id)).toEqual(['feed', 'news']);
    const unlisted = ['datapackage.json', 'manifest.json', 'manifest.json.sha256'];
    expect(manifest.files.map(({ path }) => path)).toEqual(
      [...others.filter((path) => !unlisted.includes(path)), ...tables].sort(),
    );
    expect(snapshotFigures.parse(JSON.parse(textOf(files, 'figures.json'))).blocks).toHaveLength(4);
  });

  it('tells the method in three languages, with the rules and the model of this city', () => {
    const files = buildSnapshot({ ...parts(), rules: { minimumSources: 3, maximumTopAuthorShare: 0.07 } });
    const text = textOf(files, 'method.md');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      '# How these figures were made',
      '# Comment ces chiffres ont été établis',
      '# كيف أُعدّت هذه الأرقام',
    ]);
    expect(text.match(/marsad-lexicon 1\.0\.0/g)).toHaveLength(3);
    expect(text.match(/\b7 %/g)).toHaveLength(3);
  });

  it('says which version of the areas it was made with, where they have one', () => {
    const areasText = (version: string | undefined): string => {
      const { areas, ...others } = parts();
      const files = buildSnapshot({ ...others, areas: { ...areas, ...(version !== undefined && { version }) } });
      return textOf(files, 'areas.geojson');
    };
    expect(JSON.parse(areasText('2024 "new"')).version).toBe('2024 "new"');
    expect(areasText(undefined)).toMatch(/^\{"type":"FeatureCollection","features":\[\n/);
  });

  it('makes the same bytes in whatever order its parts come', () => {
    const shuffled: SnapshotParts = parts();
    shuffled.areas.features.reverse();
    const reversed = {
      ...shuffled,
      blocks: shuffled.blocks.toReversed(),
      sources: shuffled.sources.toReversed(),
      city: { ...shuffled.city, languages: shuffled.city.languages.toReversed() },
      counts: {
        ...shuffled.counts,
        outcomes: { published: 25, 'outside:no-neighbourhood-named': 26, 'suppressed:too-few-posts': 2 },
      },
    };
    expect(digest(buildSnapshot(reversed))).toEqual(digest(buildSnapshot(parts())));
  });

  it('tells how many posts there are in tens, and hidden ones only together with those that name no neighbourhood', () => {
    const { counts } = JSON.parse(textOf(buildSnapshot(parts()), 'manifest.json'));
    expect(counts).toMatchObject({ posts: 60, outcomes: { outside: 30, published: 30 } });
  });

  it('carries of each source what happened in the weeks it covers, and that it was added', () => {
    const given = parts();
    const [news] = given.sources;
    news?.events.push({ kind: 'back', week: '2026-W16' }, { kind: 'gap', week: '2026-W17' });
    news?.events.unshift({ kind: 'gap', week: '2026-W13' });
    const eventsOf = (from: SnapshotParts) =>
      JSON.parse(textOf(buildSnapshot(from), 'manifest.json')).sources.map(({ events }: { events: unknown }) => events);
    expect(eventsOf(given)).toEqual([
      [{ kind: 'added', week: null }],
      [
        { kind: 'added', week: '2026-W14' },
        { kind: 'refused', week: '2026-W15' },
        { kind: 'back', week: '2026-W16' },
      ],
    ]);
    expect(eventsOf({ ...given, blocks: given.blocks.slice(3) })).toEqual([
      [{ kind: 'added', week: null }],
      [{ kind: 'added', week: '2026-W14' }],
    ]);
  });

  it('has null weeks when no post is dated', () => {
    const undated = { ...parts(), blocks: parts().blocks.slice(3) };
    expect(JSON.parse(textOf(buildSnapshot(undated), 'manifest.json')).weeks).toBeNull();
  });

  it.each([
    ['a block below the floor', { figures: { posts: 9 } }, /shown although too-few-posts/],
    ['a block with too few sources', { figures: { sources: 2 } }, /shown although too-few-sources/],
    ['more flagged posts than posts', { figures: { languages: { ara: 13 } } }, /a count is larger than its posts/],
    ['a language of few posts', { figures: { languages: { ara: 9 } } }, /languages tell of too few posts/],
    ['languages that leave few posts out', { figures: { posts: 15, languages: { ara: 12 } } }, /languages tell/],
    [
      'flagged posts of a language that is not told',
      {
        figures: {
          languages: {},
          flaggedBy: { posts: 12, languages: { ara: ofCode(1) }, rungs: { mention: ofCode(4) } },
        },
      },
      /flagged posts of languages do not fit/,
    ],
    [
      'more flagged posts of a rung than the block has',
      { figures: { flaggedBy: { posts: 12, languages: { ara: ofCode(1) }, rungs: { mention: ofCode(5) } } } },
      /flagged posts of rungs do not fit/,
    ],
    [
      'codes counted among all but few of its posts',
      {
        figures: {
          posts: 17,
          languages: { ara: 12 },
          flaggedBy: { posts: 12, languages: { ara: ofCode(1) }, rungs: { mention: ofCode(1) } },
        },
      },
      /languages tell of too few posts/,
    ],
    [
      'more posts in an area than the city can hide',
      { figures: { posts: 18, languages: {} } },
      /only 22 posts are left/,
    ],
    ['an unknown area', { area: 'zz' }, /zz, .*no such area/],
    ['weeks that run backwards', { weeks: ['2026-W15', '2026-W14'] }, /run backwards/],
    ['overlapping weeks', { weeks: ['2026-W14', '2026-W16'] }, /overlaps/],
  ])('refuses %s', (_, change, message) => {
    const given = parts();
    const blocks = given.blocks.map((block) => {
      if (block.area !== 'a' || block.status !== 'shown') return block;
      const { figures = {}, ...rest } = change as { figures?: object };
      return { ...block, ...rest, figures: { ...block.figures, ...figures } };
    });
    expect(() => buildSnapshot({ ...given, blocks })).toThrow(InputError);
    expect(() => buildSnapshot({ ...given, blocks })).toThrow(message);
  });

  it('carries findings beside the blocks, a line for each, and leaves them out where there are none', () => {
    const estimates = {
      hate: {
        rate: 0.2,
        low: 0.1,
        high: 0.3,
        versusCity: 'cannot-tell' as const,
        method: 'labels' as const,
        labels: 400,
        tooFewLabels: false,
      },
    };
    const cluster = {
      area: 'a',
      moran: { i: 0.5, p: 0.2, quadrant: 'high-high' as const },
      hotSpot: { z: 1, p: 0.3 },
      found: null,
    };
    const given: Findings = {
      overall: [{ area: 'a', posts: 12, estimates }],
      clusters: { hate: { permutations: 999, seed: 1, areas: [cluster] } },
      panel: { sources: 3, of: 4, blocks: [{ weeks: ['2026-W14', '2026-W16'], shares: { hate: 0.1 } }] },
      changes: [{ area: null, signal: 'hate', series: 'raw', weeks: ['2026-W14'] }],
    };
    const text = textOf(buildSnapshot({ ...parts(), findings: given }), 'figures.json');
    const { blocks, ...findings } = snapshotFigures.parse(JSON.parse(text));
    expect(blocks).toHaveLength(4);
    expect(findings).toEqual(given);
    expect(text).toContain('\n{"area":"a","estimates"');
    expect(Object.keys(JSON.parse(textOf(buildSnapshot(parts()), 'figures.json')))).toEqual(['blocks']);
  });

  it.each([
    ['more posts than are shown', { overall: [{ area: 'a', posts: 13, estimates: {} }] }, /13 posts, but 12 are shown/],
    ['an area that is hidden', { overall: [{ area: 'b', posts: 0, estimates: {} }] }, /nothing is shown/],
    ['an area twice', { overall: [1, 2].map(() => ({ area: 'a', posts: 12, estimates: {} })) }, /two overall shares/],
    [
      'clusters of an area without an overall share',
      {
        clusters: {
          hate: {
            permutations: 99,
            seed: 1,
            areas: [
              {
                area: 'b',
                moran: { i: 0, p: 1, quadrant: 'low-low' as const },
                hotSpot: { z: 0, p: 1 },
                found: null,
              },
            ],
          },
        },
      },
      /b: clusters of hate tell of an area/,
    ],
    [
      'weeks of the panel in which the city is not shown',
      { panel: { sources: 3, of: 4, blocks: [{ weeks: ['2026-W14', '2026-W15'], shares: {} }] } },
      /on the constant panel, but not shown/,
    ],
    [
      'changes of an area that is hidden',
      { changes: [{ area: 'b', signal: 'hate', series: 'raw', weeks: ['2026-W14'] }] },
      /b: changes of level/,
    ],
  ] as [string, Findings, RegExp][])('refuses findings that tell of %s', (_, findings, message) => {
    expect(() => buildSnapshot({ ...parts(), findings })).toThrow(message);
  });

  it('refuses languages of the city of which few posts are left beside its neighbourhoods', () => {
    const given = parts();
    given.blocks = given.blocks.map((block) => {
      if (block.status !== 'shown' || block.area !== null) return block;
      const flaggedBy = { posts: 140, languages: { ara: ofCode(1), fra: ofCode(1) }, rungs: {} };
      const languages = { ara: 34, fra: 106 };
      return { ...block, figures: { ...block.figures, posts: 140, authors: 60, languages, flaggedBy } };
    });
    expect(() => buildSnapshot(given)).toThrow(/of ara only 22 posts are left beside the neighbourhoods/);
  });

  it('refuses a city whose rungs tell how many posts name no neighbourhood', () => {
    const given = parts();
    const blocks = given.blocks.map((block) =>
      block.area === null && block.status === 'shown'
        ? { ...block, figures: { ...block.figures, rungs: { city: 15, mention: 25 } } }
        : block,
    );
    expect(() => buildSnapshot({ ...given, blocks })).toThrow(/rungs of the city/);
  });

  it('refuses rules below the floor and holds blocks to stricter ones', () => {
    expect(() => buildSnapshot({ ...parts(), rules: { minimumPosts: 5 } })).toThrow(/minimumPosts/);
    expect(() => buildSnapshot({ ...parts(), rules: { minimumPosts: 13 } })).toThrow(/too-few-posts/);
  });

  it('makes the same bytes in any time zone and locale', () => {
    const script = `
      import { buildSnapshot } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)};
      import { createHash } from 'node:crypto';
      const parts = JSON.parse(process.argv[1]);
      for (const [path, bytes] of buildSnapshot(parts)) process.stdout.write(path + ' ' + createHash('sha256').update(bytes).digest('hex') + '\\n');`;
    const inPlace = (env: Record<string, string>): string[] =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(parts())], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      })
        .trim()
        .split('\n');
    const here = digest(buildSnapshot(parts()));
    expect(inPlace({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(here);
    expect(inPlace({ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' })).toEqual(here);
  });
});

describe('canonicalJson', () => {
  it('orders keys at every depth and leaves lists alone', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'z', 'a'], a: null, type: 1, format: 0, ب: 3 })).toBe(
      '{"format":0,"type":1,"a":null,"b":[{"c":2,"d":1},"z","a"],"ب":3}',
    );
  });
});
