import { ours, peer } from '../peer.mjs';

const AREAS = 100;
const SOURCES = 40;
const SIGNALS = ['hate', 'extremism', 'polarisation', 'offensive', 'bridging'];
const LANGUAGES = ['ara', 'fra', 'eng', 'ary'];
const DAY = 86_400_000;
const TEXT =
  'about as many characters as a post has in life, so that its row takes as much room in the file as one does. '.repeat(
    2,
  );

const { openStore } = await ours('store');
const { default: SqliteFile } = await peer('store', 'better-sqlite3');

/** How many posts: 200,000, or what MARSAD_BENCH_POSTS says. */
export const POSTS = Number(process.env['MARSAD_BENCH_POSTS'] ?? 200_000);

/** The areas that the posts stand in; nothing asks for their shape or names. */
export const areas = {
  type: 'FeatureCollection',
  features: Array.from({ length: AREAS }, (_, at) => ({ id: `area-${at}`, properties: { district: null } })),
};

/**
 * Makes a store of judged and placed posts of one year: random ids in the order of the posts, judgements in the order of
 * the ids (as the classifier reads), one post in twenty undated, most with a neighbourhood, some with two, an author for
 * every five posts.
 * @param {string} path
 */
export const makeTallyStore = async (path) => {
  await (await openStore(path)).close();
  const file = new SqliteFile(path);
  file.pragma('synchronous = OFF');
  file.pragma('foreign_keys = OFF');
  let state = 20_260_401;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const hex = () =>
    Array.from({ length: 4 }, () => ((random() * 2 ** 32) >>> 0).toString(16).padStart(8, '0')).join('');
  const authors = Array.from({ length: Math.ceil(POSTS / 5) }, hex);
  const post = file.prepare(
    `insert into posts (id, source_id, locator, content_hash, permission, published_at, published_precision, author_hash,
      text, arrival) values (?, ?, ?, ?, 'public-web', ?, 'second', ?, ?, ?)`,
  );
  const judgement = file.prepare(
    `insert into judgements (post_id, model_name, model_version, judged_at, language, script, language_confidence, stance,
      probabilities, signals, evidence) values (?, 'm', '1', '', ?, 'Arab', 0.9, ?, ?, ?, '[]')`,
  );
  const placement = file.prepare(`insert into placements values (?, ?, ?, ?, ?, '[]')`);
  /** @type {string[]} */
  const ids = [];
  file.transaction(() => {
    for (let at = 0; at < POSTS; at += 1) {
      const id = hex();
      ids.push(id);
      const time = new Date(Date.UTC(2025, 0, 6) + Math.floor(random() * 364 * DAY)).toISOString();
      const author = authors[Math.floor(random() ** 2 * authors.length)];
      const source = `source-${Math.floor(random() * SOURCES)}`;
      post.run(id, source, `${at}`, hex() + hex(), random() < 0.05 ? null : time, author, TEXT, at + 1);
      const places = random() < 0.75 ? 1 : Math.floor(random() * 3);
      for (let position = 0; position < places; position += 1)
        placement.run(id, position, `area-${Math.floor(random() * AREAS)}`, 'mention', 1 / places);
      if (places === 0) placement.run(id, 0, null, 'city', 1);
    }
    for (const id of [...ids].sort()) {
      const probabilities = Object.fromEntries(SIGNALS.map((code) => [code, Math.round(random() ** 3 * 1e4) / 1e4]));
      const signals = SIGNALS.filter((code) => (probabilities[code] ?? 0) > 0.7).map((code) => ({
        code,
        probability: probabilities[code],
        targets: code === 'hate' ? ['anti-muslim'] : [],
      }));
      judgement.run(
        id,
        LANGUAGES[Math.floor(random() * LANGUAGES.length)],
        random() < 0.2 ? 'reporting' : 'endorsing',
        JSON.stringify(probabilities),
        JSON.stringify(signals),
      );
    }
  })();
  file.pragma('wal_checkpoint(truncate)');
  file.close();
};
