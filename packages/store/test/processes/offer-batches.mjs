/**
 * Offers batches of posts without end and names each batch on standard output once the store has taken it. Runs the
 * built package: a process of its own cannot read TypeScript.
 * Arguments: path of the database, name of the source, number of the first batch, number of batches (or `endless`).
 */
import { contentId, sha256 } from '@marsad/records';
import { openStore } from '@marsad/store';

const [path, sourceId, first, count] = process.argv.slice(2);
const PER_BATCH = 20;

const makePost = (batch, index) => {
  const locator = `${batch}/${index}`;
  const text = `post ${index} of batch ${batch} in ${sourceId} says something of its own`;
  return {
    id: contentId('post', sourceId, locator, text),
    sourceId,
    locator,
    url: null,
    title: null,
    text,
    contentHash: sha256(text),
    signature: null,
    publishedAt: null,
    publishedPrecision: 'unknown',
    languageHint: null,
    authorHash: null,
    coordinates: null,
    placeTag: null,
    permission: 'public-web',
  };
};

const store = await openStore(path);
const end = count === 'endless' ? Number.POSITIVE_INFINITY : Number(first) + Number(count);
for (let batch = Number(first); batch < end; batch += 1) {
  const posts = Array.from({ length: PER_BATCH }, (_, index) => makePost(batch, index));
  await store.offerPosts(posts, [{ sourceId, locator: `${batch}/none`, reason: 'no-text' }], '2026-04-01T08:00:00Z');
  process.stdout.write(`${batch}\n`);
}
await store.close();
