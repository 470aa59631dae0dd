import {
  bandKeysOf,
  estimatedJaccard,
  LEAST_SIMILARITY,
  type OfferOutcome,
  type Post,
  type PostOutcomeRow,
  type Rejection,
  signatureFromBytes,
} from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../src/index.js';
import { rejectionId } from '../../src/offers/offer-posts.js';
import { bins, makePost, makeSignature, runAllStages } from '../make-records.js';
import { NOW, rowsOf, tempStore } from '../temp-store.js';

interface Offer {
  posts: Post[];
  rejections: Rejection[];
}

/** Texts and their signatures. The second and third are copies of the first, but not of each other. */
const TEXTS = [
  ['the market by the gate opens early on Fridays', makeSignature(1)],
  ['the market by the gate opens early, on Friday', makeSignature(1, bins(0, 20))],
  ['a market by the gates opens early on Fridays', makeSignature(1, bins(44, 64))],
  ['THE MARKET BY THE GATE OPENS EARLY ON FRIDAYS', makeSignature(1)],
  ['nobody goes to that market any more they say', makeSignature(2)],
  ['nobody goes to the market any more they say', makeSignature(2, bins(10, 30))],
  ['good morning all', null],
  ['Good Morning All', null],
] as const;

const post = fc
  .record({ source: fc.constantFrom('forum', 'feed'), place: fc.nat(3), text: fc.constantFrom(...TEXTS) })
  .map(({ source, place, text: [text, signature] }) => makePost(source, `#${place}`, text, { signature }));
const rejection = fc.record({
  sourceId: fc.constantFrom('forum', 'feed'),
  locator: fc.constantFrom('#0', '#9'),
  reason: fc.constantFrom('no-text', 'too-long'),
});
const offers = fc.array(
  fc.record({ posts: fc.array(post, { maxLength: 8 }), rejections: fc.array(rejection, { maxLength: 3 }) }),
  { maxLength: 6 },
);

interface ModelItem {
  id: string;
  state: string;
  reason: string | null;
  duplicateOf: string | null;
  post: Post | null;
  copyOf: string | null;
}

const numbersOf = (post: Post | null): Uint32Array | null =>
  post === null || post.signature === null ? null : signatureFromBytes(Buffer.from(post.signature, 'base64'));

/** The rules as plainly as they can be said, over a list in the order of the offers. */
class NaiveLedger {
  readonly items: ModelItem[] = [];

  get #stored(): ModelItem[] {
    return this.items.filter(({ state }) => state === 'stored');
  }

  #supersede(item: ModelItem): void {
    const copies = this.#stored.filter(({ copyOf }) => copyOf === item.id);
    item.state = 'superseded';
    item.reason = 'edited';
    const [heir] = copies;
    for (const copy of copies) copy.copyOf = copy === heir ? null : (heir?.id ?? null);
  }

  #originalOf(post: Post): string | null {
    const signature = numbersOf(post);
    if (signature === null) return null;
    const keys = bandKeysOf(signature);
    const found = this.#stored
      .filter(({ copyOf }) => copyOf === null)
      .flatMap((item) => {
        const other = numbersOf(item.post);
        if (other === null || !bandKeysOf(other).some((key) => keys.includes(key))) return [];
        return [{ id: item.id, similarity: estimatedJaccard(signature, other) }];
      })
      .sort((a, b) => b.similarity - a.similarity)[0];
    return found && found.similarity >= LEAST_SIMILARITY ? found.id : null;
  }

  #offerPost(post: Post, outcome: OfferOutcome): void {
    if (this.items.some(({ id }) => id === post.id)) {
      outcome.known += 1;
      return;
    }
    for (const item of this.items) {
      const standing = item.state === 'stored' || item.state === 'duplicate';
      if (standing && item.post?.sourceId === post.sourceId && item.post.locator === post.locator) {
        this.#supersede(item);
        outcome.superseded += 1;
      }
    }
    const [original] = this.#stored
      .filter((item) => post.text.split(' ').length >= 5 && item.post?.contentHash === post.contentHash)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (original && original.id < post.id) {
      outcome.duplicate += 1;
      const copy = { reason: 'exact-copy', duplicateOf: original.id, post, copyOf: null };
      this.items.push({ id: post.id, state: 'duplicate', ...copy });
      return;
    }
    // No post has a date here: of equal texts the one with the smallest id is stored, whenever it comes.
    if (original) this.#displace(original, post.id);
    outcome.stored += 1;
    const copyOf = this.#originalOf(post);
    this.items.push({ id: post.id, state: 'stored', reason: null, duplicateOf: null, post, copyOf });
  }

  #displace(item: ModelItem, by: string): void {
    this.#supersede(item);
    item.state = 'duplicate';
    item.reason = 'exact-copy';
    item.duplicateOf = by;
    for (const other of this.items) if (other.duplicateOf === item.id) other.duplicateOf = by;
  }

  offer({ posts, rejections }: Offer): OfferOutcome {
    const outcome: OfferOutcome = { stored: 0, duplicate: 0, superseded: 0, rejected: 0, known: 0 };
    for (const post of posts) this.#offerPost(post, outcome);
    for (const refused of rejections) {
      const id = rejectionId(refused);
      if (this.items.some((item) => item.id === id)) outcome.known += 1;
      else {
        outcome.rejected += 1;
        this.items.push({
          id,
          state: 'rejected',
          reason: refused.reason,
          duplicateOf: null,
          post: null,
          copyOf: null,
        });
      }
    }
    return outcome;
  }

  rows(): object[] {
    return this.items
      .map(({ id, state, reason, duplicateOf }) => ({ id, state, reason, duplicate_of: duplicateOf }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Stored posts with their originals. */
  links(): object[] {
    return this.#stored.map(({ id, copyOf }) => ({ id, copy_of: copyOf })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The keys under which originals are to be found. */
  keys(): object[] {
    return this.#stored
      .filter(({ copyOf }) => copyOf === null)
      .flatMap(({ id, post }) => {
        const numbers = numbersOf(post);
        return numbers === null ? [] : [...bandKeysOf(numbers)].map((key) => ({ id, key }));
      })
      .sort((a, b) => (a.id === b.id ? a.key - b.key : a.id < b.id ? -1 : 1));
  }
}

const OUTCOMES = ['published', 'suppressed', 'outside', 'undetermined'] as const;
const outcomeOf = (postId: string): PostOutcomeRow['outcome'] =>
  OUTCOMES[Number.parseInt(postId.slice(0, 2), 16) % 4] ?? 'outside';

it('any sequence of offers ends as the rules, applied one by one, say it does', async () => {
  await fc.assert(
    fc.asyncProperty(offers, async (sequence) => {
      const { store, path } = await tempStore();
      const naive = new NaiveLedger();
      for (const offer of sequence) {
        expect(await store.offerPosts(offer.posts, offer.rejections, NOW)).toEqual(naive.offer(offer));
      }
      expect(rowsOf(path, 'select id, state, reason, duplicate_of from items order by id')).toEqual(naive.rows());
      expect(rowsOf(path, 'select id, copy_of from posts order by id')).toEqual(naive.links());
      const filed =
        'select posts.id, bands.key from bands left join posts using (arrival) order by posts.id, bands.key';
      expect(rowsOf(path, filed)).toEqual(naive.keys());
    }),
    { numRuns: 40 },
  );
});

it('any sequence of offers and whole runs keeps the conservation law', async () => {
  await fc.assert(
    fc.asyncProperty(offers, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async (sequence, runsAfter) => {
      const store = await openStore(':memory:');
      for (const [index, offer] of sequence.entries()) {
        await store.offerPosts(offer.posts, offer.rejections, NOW);
        expect((await store.conservation()).violations).toEqual([]);
        if (!runsAfter[index]) continue;
        await runAllStages(store, outcomeOf);
        const law = await store.conservation();
        expect(law.violations).toEqual([]);
        expect(Object.values(law.outcomes).reduce((sum, count) => sum + count, 0)).toBe(law.posts);
      }
      await store.close();
    }),
    { numRuns: 60 },
  );
});

it('how offers are cut into calls makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(post, { maxLength: 20 }), fc.integer({ min: 1, max: 20 }), async (posts, size) => {
      const [whole, cut] = [await tempStore(), await tempStore()];
      await whole.store.offerPosts(posts, [], NOW);
      for (let start = 0; start < posts.length; start += size) {
        await cut.store.offerPosts(posts.slice(start, start + size), [], NOW);
      }
      for (const [table, order] of [
        ['items', 'id'],
        ['posts', 'id'],
        ['bands', 'key, arrival'],
      ]) {
        const query = `select * from ${table} order by ${order}`;
        expect(rowsOf(cut.path, query)).toEqual(rowsOf(whole.path, query));
      }
    }),
    { numRuns: 60 },
  );
});
