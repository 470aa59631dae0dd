import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTallyStore, POSTS } from '../../corpora/tally-store.mjs';
import { peer } from '../../peer.mjs';

export const name = 'bound: GROUP BY in SQLite, counts of one signal alone';
export const unit = 'posts';

const { default: SqliteFile } = await peer('store', 'better-sqlite3');
const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
const path = join(folder, 'store.sqlite');
let rows = 0;

export const prepare = () => makeTallyStore(path);

const FIGURES = `
  strftime('%Y-%W', published_at) as week, count(*), count(distinct source_id), count(distinct author_hash),
  sum(signals like '%"hate"%' and stance = 'endorsing'), sum(probabilities ->> 'hate')
  from posts join judgements on judgements.post_id = posts.id`;

export const run = () => {
  const file = new SqliteFile(path, { readonly: true });
  file.pragma('cache_size = -65536');
  const city = file.prepare(`select ${FIGURES} group by week`).all();
  const areas = file
    .prepare(`select area_id, ${FIGURES} join placements on placements.post_id = posts.id group by area_id, week`)
    .all();
  file.close();
  rows = city.length + areas.length;
  return POSTS;
};

export const quality = () => `${rows} rows; no blocks, no outcomes`;

export const close = () => rmSync(folder, { recursive: true, force: true });
