import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from './corpora/tally-store.mjs';
import { ours, peer } from './peer.mjs';

/** A store in a folder of its own, how its posts are counted, and how SQL is done to it beforehand. */
export const openCounting = async () => {
  const { openStore } = await ours('store');
  const { blocksOf } = await ours('observatory');
  const { countPosts } = await ours('cli', 'stages/count-posts.js');
  const { default: SqliteFile } = await peer('store', 'better-sqlite3');
  const folder = mkdtempSync(join(tmpdir(), 'marsad-bench-'));
  const path = join(folder, 'store.sqlite');
  return {
    path,
    /** @param {string} statement */
    sql: (statement) => {
      const file = new SqliteFile(path);
      file.exec(statement);
      file.close();
    },
    /** Counts everything that has changed. @returns how many tallies and blocks there are */
    count: async () => {
      let cells = 0;
      const store = await openStore(path);
      const blocks = await countPosts(store, {
        areas,
        blocksFrom: async (/** @type {any} */ tallied) => {
          cells = tallied.tallies.length;
          return blocksOf(tallied);
        },
        onProgress: () => {},
      });
      await store.close();
      return { cells, blocks: blocks.length };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
