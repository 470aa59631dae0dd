import { BANDS, bandKeysOf, signatureFromBytes, writeBandKeys } from '@marsad/records';
import { readBands } from '../bands.js';
import { readElected } from '../marks.js';
import type { Reading } from '../tables.js';
import { byRank, type Candidate, Elected, OriginalsByKey, readCandidates } from './candidates.js';

/** As many posts may be looked at one by one, in any store, or this share of it: of more all are, which is quicker then. */
const LEAST_LOOKED_AT = 2_000;
const SHARE_LOOKED_AT = 1 / 30;

interface Changes {
  /** arrivals of posts that stand */
  standing: number[];
  /** signatures of those that are gone */
  departed: Uint32Array[];
}

/** What has changed since the last election; null before the first. */
const readChanges = async (db: Reading): Promise<Changes | null> => {
  const since = await readElected(db);
  if (since === null) return null;
  const fresh = await db.selectFrom('posts').select('arrival').where('arrival', '>', since).execute();
  const noted = await db.selectFrom('unelected').select(['arrival', 'signature']).execute();
  const relinked = noted.filter(({ signature }) => signature === null);
  return {
    standing: [...new Set([...fresh, ...relinked].map(({ arrival }) => arrival))],
    departed: noted.flatMap(({ signature }) => (signature === null ? [] : [signatureFromBytes(signature)])),
  };
};

/** Finds copies by their keys, which are filed nowhere. */
const copiesByKey = async (db: Reading): Promise<(keys: ReadonlySet<number>) => number[]> => {
  const rows = await db.selectFrom('posts').select(['arrival', 'signature']).where('copy_of', 'is not', null).execute();
  const keys = new Uint32Array(BANDS * rows.length);
  rows.forEach(({ signature }, at) => {
    if (signature) writeBandKeys(signatureFromBytes(signature), keys.subarray(BANDS * at, BANDS * (at + 1)));
  });
  return (wanted) => {
    const found: number[] = [];
    rows.forEach(({ arrival }, at) => {
      for (let key = BANDS * at; key < BANDS * (at + 1); key += 1) {
        if (!wanted.has(keys[key] ?? 0)) continue;
        found.push(arrival);
        break;
      }
    });
    return found;
  };
};

/**
 * An election that looks only at posts whose answer may be another than at the last one: those that have changed, those that
 * share a key with one that has or is gone, and so on where an original becomes a copy or the other way round. The answer of
 * a post hangs on the originals before it that share a key with it, and on nothing else; so all others keep theirs.
 * @returns null where all posts are to be looked at: before the first election, after great changes, and where a key is crowded
 */
export const electChanged = async (db: Reading): Promise<Elected | null> => {
  const changes = await readChanges(db);
  if (!changes) return null;
  const { count } = await db
    .selectFrom('posts')
    .select((eb) => eb.fn.max('arrival').as('count'))
    .executeTakeFirstOrThrow();
  const limit = Math.max(LEAST_LOOKED_AT, SHARE_LOOKED_AT * Number(count ?? 0));
  if (changes.standing.length + changes.departed.length > limit) return null;
  const elected = new Elected();
  if (changes.standing.length + changes.departed.length === 0) return elected;

  const copies = await copiesByKey(db);
  const known = new Map<number, Candidate>();
  const candidates = async (arrivals: readonly number[]): Promise<Candidate[]> => {
    for (const post of await readCandidates(
      db,
      arrivals.filter((arrival) => !known.has(arrival)),
    ))
      known.set(post.arrival, post);
    return arrivals.flatMap((arrival) => known.get(arrival) ?? []);
  };

  const originals = new OriginalsByKey();
  const loaded = new Set<number>();
  /** Files the originals under keys, as they lie in the store. */
  const load = async (keys: Iterable<number>): Promise<void> => {
    const unknown = [...new Set(keys)].filter((key) => !loaded.has(key));
    const bands = await readBands(db, unknown);
    await candidates([...new Set(bands.map(({ arrival }) => arrival))]);
    for (const key of unknown) loaded.add(key);
    for (const { key, arrival } of bands) {
      const post = known.get(arrival);
      if (post) originals.add(post, [key]);
    }
  };
  const sharing = async (keys: ReadonlySet<number>): Promise<Candidate[]> => {
    const filed = await readBands(db, [...keys]);
    return candidates([...new Set([...filed.map(({ arrival }) => arrival), ...copies(keys)])]);
  };

  const changed = await candidates(changes.standing);
  const changedKeys = new Set(
    [...changed.map(({ keys }) => keys), ...changes.departed.map(bandKeysOf)].flatMap((keys) => [...keys]),
  );
  let waiting = [...new Set([...changed, ...(await sharing(changedKeys))])].sort(byRank);
  const seen = new Set(waiting);
  if (seen.size > limit) return null;
  await load(waiting.flatMap(({ keys }) => [...keys]));

  for (let post = waiting.shift(); post !== undefined; post = waiting.shift()) {
    if (originals.isCrowded(post.keys)) return null;
    const original = originals.originalOf(post);
    elected.settle(post, original);
    const wasOriginal = post.copyOf === null;
    if (wasOriginal === (original === undefined)) continue;
    if (wasOriginal) originals.remove(post);
    else originals.add(post);
    const current = post;
    const next = (await sharing(new Set(post.keys))).filter((other) => !seen.has(other) && byRank(current, other) < 0);
    if (next.length === 0) continue;
    for (const other of next) seen.add(other);
    if (seen.size > limit) return null;
    await load(next.flatMap(({ keys }) => [...keys]));
    waiting = [...waiting, ...next].sort(byRank);
  }
  return elected;
};
