import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayBeNearDuplicate } from '../../src/near-duplicates/long-enough.js';
import { type NearDuplicates, openNearDuplicates } from '../../src/near-duplicates/open-near-duplicates.js';

const ROOT = new URL('../../../../', import.meta.url);
const HAS_POSTS = existsSync(new URL('../shared/data/hate/', ROOT));

interface Quality {
  recall: Record<string, number>;
  falseLinks: number;
  falseLinksUnedited: number;
}
// Modules of bench/, which is plain JavaScript: their types are said here.
type RealPosts = { realPosts: (from: number, to: number) => string[] };
type LinkQuality = {
  linkQuality: (posts: readonly string[], links: NearDuplicates, comparable: (text: string) => boolean) => Quality;
};

// The measure over 100,000 posts is `pnpm bench near-duplicates`; a fifth of them guards it here.
describe.skipIf(!HAS_POSTS)('near-duplicates of 20,000 real posts (needs ../shared/data/hate)', () => {
  let quality: Quality;
  beforeAll(async () => {
    const { realPosts }: RealPosts = await import(new URL('bench/corpora/real-posts.mjs', ROOT).href);
    const { linkQuality }: LinkQuality = await import(new URL('bench/link-quality.mjs', ROOT).href);
    quality = linkQuality(realPosts(100_000, 120_000), openNearDuplicates(), mayBeNearDuplicate);
  });

  it.each(['typos', 'added mentions', 'cut ends', 'elongation', 'two of these'])(
    'at least 98 %% of copies with %s are linked to their original',
    (edit) => {
      expect(quality.recall[edit]).toBeGreaterThanOrEqual(0.98);
    },
  );

  it('at most 1 % of the links join different texts, edits or none', () => {
    expect(quality.falseLinks).toBeLessThanOrEqual(0.01);
    expect(quality.falseLinksUnedited).toBeLessThanOrEqual(0.01);
  });
});
