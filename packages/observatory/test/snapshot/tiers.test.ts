import { InputError, sha256, TIERS, type Tier, tiersWithin } from '@marsad/records';
import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/snapshot/build-snapshot.js';
import { canonicalJson } from '../../src/snapshot/canonical-json.js';
import { lowerTier } from '../../src/snapshot/lower-tier.js';
import { manifestSum } from '../../src/snapshot/manifest-sum.js';
import { packageBytes } from '../../src/snapshot/package/write-package.js';
import { manifestOf, tierOf, tierOfFiles } from '../../src/snapshot/trust/tier-of-files.js';
import { verifySnapshotFiles } from '../../src/snapshot/verify-snapshot.js';
import { withDataPackage } from '../../src/snapshot/with-data-package.js';
import { fullParts } from './full-parts.js';

type Files = Map<string, Uint8Array>;

const made = (tier: Tier): Files => new Map(buildSnapshot({ ...fullParts(), tier }));
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(`${canonicalJson(value, 2)}\n`);
const json = (files: Files, path: string) => JSON.parse(new TextDecoder().decode(files.get(path)));
const digest = (files: ReadonlyMap<string, Uint8Array>): string[] =>
  [...files].map(([path, content]) => `${path} ${sha256(content)}`).sort();

/** Puts a file in and makes every manifest fit again, as a maker who lies would. */
const forged = (files: Files, path: string, content: Uint8Array): Files => {
  const all = new Map(files).set(path, content);
  for (const [at, tier] of TIERS.entries()) {
    const own = manifestOf(tier);
    if (!all.has(own)) continue;
    const manifest = json(all, own);
    manifest.files = manifest.files.filter((entry: { path: string }) => entry.path !== path);
    if (tierOf(path) === tier && path !== own)
      manifest.files.push({ path, bytes: content.length, sha256: sha256(content) });
    const wider = TIERS[at - 1];
    if (wider) manifest.wider = sha256(all.get(manifestOf(wider)) ?? '');
    if (path !== own) all.set(own, bytes(manifest));
  }
  all.set('manifest.json.sha256', new TextEncoder().encode(manifestSum(all.get('manifest.json') ?? new Uint8Array())));
  return all;
};

describe('a snapshot of a narrow tier', () => {
  it('holds in folders of their own what wider circles do not see', () => {
    const files = made('restricted');
    expect(verifySnapshotFiles(files)).toEqual({ ok: true, problems: [], notes: [] });
    expect([...files.keys()].filter((path) => tierOf(path) !== 'public').sort()).toEqual([
      'partner/manifest.json',
      'restricted/lexicons/1-own.json',
      'restricted/manifest.json',
      'restricted/notes.json',
      'restricted/review-sample.json',
    ]);
    expect([...files.keys()]).toContain('context.json');
    expect([...made('public').keys()].every((path) => tierOf(path) === 'public')).toBe(true);
  });

  it('has the same public files whatever tiers are made', () => {
    for (const tier of TIERS)
      for (const [path, content] of made('public'))
        if (path !== 'datapackage.json')
          expect(sha256(made(tier).get(path) ?? ''), `${tier} ${path}`).toBe(sha256(content));
  });
});

describe('lowerTier', () => {
  it.each(TIERS.flatMap((from) => tiersWithin(from).map((to) => [from, to] as const)))(
    'makes of %s the very files that are made for %s',
    (from, to) => {
      const lowered = lowerTier(made(from), to);
      expect(digest(lowered)).toEqual(digest(made(to)));
      expect(verifySnapshotFiles(lowered).problems).toEqual([]);
      expect(tierOfFiles(lowered)).toBe(to);
    },
  );

  it('gives the same copy in one step or in two', async () => {
    const twice = lowerTier(lowerTier(made('restricted'), 'partner'), 'public');
    expect(await packageBytes(twice)).toEqual(await packageBytes(lowerTier(made('restricted'), 'public')));
  });

  it('never raises a tier', () => {
    expect(() => lowerTier(made('public'), 'partner')).toThrow(InputError);
    expect(() => lowerTier(made('partner'), 'restricted')).toThrow(/one that is partner only/);
  });

  it('keeps fields that it does not know, in the description too', () => {
    const files = made('restricted');
    const description = json(files, 'datapackage.json');
    description.doi = '10.0/unknown';
    description.resources[0].checkedBy = 'somebody';
    files.set('datapackage.json', bytes(description));
    const lowered = json(lowerTier(files, 'public'), 'datapackage.json');
    expect(lowered).toMatchObject({ doi: '10.0/unknown', tier: 'public' });
    expect(lowered.resources[0].checkedBy).toBe('somebody');
  });
});

describe('verifySnapshotFiles', () => {
  it.each([
    ['data/blocks.csv', 'block,level\n1,city\n', 'data/blocks.csv: does not say what figures.json'],
    ['areas.topojson', '{}\n', 'areas.topojson: does not say'],
    ['method.md', 'x'.repeat(300_000), 'method.md: is longer than'],
    ['profile.json', '{"names":{}}\n', 'profile.json: names'],
    ['context.json', '{"incidents":[{}]}\n', 'context.json: incidents'],
    ['restricted/review-sample.json', '{"samples":[{"id":"x"}]}\n', 'restricted/review-sample.json: samples'],
    ['restricted/lexicons/1-own.json', 'not json', 'restricted/lexicons/1-own.json: is not JSON'],
    ['posts.csv', 'text\n', 'posts.csv: is no file of a snapshot'],
    ['partner/posts.json', '[]\n', 'partner/posts.json: is no file of a snapshot'],
    ['restricted/lexicons/sub/x.json', '{}\n', 'restricted/lexicons/sub/x.json: is no file of a snapshot'],
    ['datapackage.json', '{"resources":[]}\n', 'datapackage.json: does not describe'],
  ])('refuses %s with other content although all hashes fit', (path, content, problem) => {
    const files = forged(made('restricted'), path, new TextEncoder().encode(content));
    expect(verifySnapshotFiles(files).problems.join('\n')).toContain(problem);
  });

  it('takes a method in other words, as another release may put it', () => {
    const files = forged(made('public'), 'method.md', new TextEncoder().encode('# How the figures were made\n'));
    expect(verifySnapshotFiles(withDataPackage(files)).problems).toEqual([]);
  });

  it('refuses narrower files without their manifest, and manifests of other snapshots or tiers', () => {
    const files = made('restricted');
    const without = new Map(files);
    without.delete('partner/manifest.json');
    expect(verifySnapshotFiles(without).problems.join('\n')).toContain('partner/manifest.json: is missing');

    const other = new Map(files);
    other.set('partner/manifest.json', bytes({ ...json(files, 'partner/manifest.json'), wider: '0'.repeat(64) }));
    expect(verifySnapshotFiles(other).problems.join('\n')).toContain(
      'partner/manifest.json: belongs to another manifest.json',
    );

    const crossed = new Map(files);
    const restricted = json(files, 'restricted/manifest.json');
    crossed.set('partner/manifest.json', bytes({ ...restricted, wider: sha256(files.get('manifest.json') ?? '') }));
    const problems = verifySnapshotFiles(crossed).problems.join('\n');
    expect(problems).toContain('partner/manifest.json: is the manifest of the tier restricted');
    expect(problems).toContain('partner/manifest.json: lists restricted/notes.json, which is of another tier');
  });

  it('refuses tier folders and descriptions in formats that had none', () => {
    const files = made('partner');
    const manifest = json(files, 'manifest.json');
    files.set('manifest.json', bytes({ ...manifest, format: { ...manifest.format, version: '1.2.0' } }));
    const problems = verifySnapshotFiles(files).problems.join('\n');
    expect(problems).toContain('partner/manifest.json: does not belong to the snapshot');
    expect(problems).toContain('method.md: is no file of a snapshot of this format');
  });

  it('reads a newer minor version and says that what it adds was not checked', () => {
    const files = made('public');
    const manifest = json(files, 'manifest.json');
    files.set('manifest.json', bytes({ ...manifest, format: { ...manifest.format, version: '1.9.0' } }));
    files.set(
      'manifest.json.sha256',
      new TextEncoder().encode(manifestSum(files.get('manifest.json') ?? new Uint8Array())),
    );
    const { ok, notes } = verifySnapshotFiles(forged(files, 'forecast.json', bytes({ of: 'everything' })));
    expect(ok).toBe(true);
    expect(notes).toEqual([
      'manifest.json: format 1.9.0 is newer than this program knows (1.4.0): what it adds was not checked',
    ]);
  });
});
