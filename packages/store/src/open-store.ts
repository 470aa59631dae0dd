import { existsSync } from 'node:fs';
import { InputError } from '@marsad/records';
import { readBlockFindings, readBlocks, readGateMemory, replaceBlocks } from './blocks.js';
import { checkConservation } from './conservation/check.js';
import { beginTally } from './counted-weeks.js';
import { readCounts } from './counts.js';
import { openSqlite, sqliteSchemaVersion } from './dialects/sqlite.js';
import { addDocuments } from './documents/add.js';
import { claimDocuments, queuedDocuments } from './documents/claim.js';
import { settleDocument } from './documents/settle.js';
import { readLeases, takeOverDocuments } from './documents/take-over.js';
import { lastModel } from './judgements/last-model.js';
import { saveJudgements } from './judgements/save.js';
import { unjudgedPosts } from './judgements/unjudged-posts.js';
import { keepReadings } from './keep-readings.js';
import { PAGE_SIZE } from './keyset-pages.js';
import { readSamples } from './labels/kept-samples.js';
import { readLabelChanges, readLabelledPosts, saveLabels } from './labels/labels.js';
import { readPostTexts, saveSample } from './labels/samples.js';
import { migrate, refuseNewer } from './migrate.js';
import { keepNote, recallNote } from './notes.js';
import { electOriginals } from './offers/elect-originals.js';
import { offerPosts } from './offers/offer-posts.js';
import { replaceOutcomes } from './outcomes.js';
import { countablePosts, countablePostsOf } from './placements/countable-posts.js';
import { placedPosts } from './placements/placed-posts.js';
import { placementsOf } from './placements/placements-of.js';
import { savePlacements } from './placements/save.js';
import { unplacedPosts } from './placements/unplaced-posts.js';
import { postTextPages } from './post-texts.js';
import { lastRun, saveRun } from './runs.js';
import { hasPostBetween, logSourceRun, readFirstPublished, readSourceLogs } from './source-log.js';
import { keepSources, readSources } from './sources.js';
import type { Store } from './store.js';
import type { Database, Tables, Writing } from './tables.js';

export interface OpenStoreOptions {
  /** refuse a missing file instead of making it */
  mustExist?: boolean;
}

const openDatabase = async (path: string, { mustExist = false }: OpenStoreOptions): Promise<Database> => {
  const exists = path !== ':memory:' && existsSync(path);
  if (mustExist && !exists) {
    throw new InputError('missing-database', `${path}: expected a database, there is no such file`, {
      remedy: 'Run `marsad collect` or `marsad import` first.',
    });
  }
  const version = exists ? await sqliteSchemaVersion(path) : 0;
  refuseNewer(version, path);
  const db = await openSqlite(path);
  try {
    await migrate(db, path, version);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db.withTables<Tables>();
};

/**
 * Opens the store in a file, makes it when it is missing, and brings its schema up to date.
 * @param path of the SQLite file, or `:memory:`
 * @throws {NewerDatabaseError} when a newer program wrote the file, which is left as it was
 * @throws {InputError} when the file is missing (with `mustExist`), cannot be opened, or is no database of ours
 */
export const openStore = async (path: string, options: OpenStoreOptions = {}): Promise<Store> => {
  const db = await openDatabase(path, options);
  const writing = <T>(work: (trx: Writing) => Promise<T>): Promise<T> => db.transaction().execute(work);
  // Of two tallies at once the later one counts.
  let tally: Promise<unknown> = Promise.resolve();

  return {
    addDocuments: (documents, now) => writing((trx) => addDocuments(trx, documents, now)),
    claimDocuments: (sourceId, limit, now, leaseUntil, holder) =>
      writing((trx) => claimDocuments(trx, sourceId, limit, now, { until: leaseUntil, holder: holder ?? null })),
    queuedDocuments: (sourceId, limit) => queuedDocuments(db, sourceId, limit),
    leases: (sourceId) => readLeases(db, sourceId),
    takeOverDocuments: (sourceId, ended, now, leaseUntil, holder) =>
      writing((trx) => takeOverDocuments(trx, sourceId, ended, now, { until: leaseUntil, holder })),
    settleDocument: (settlement, now) => writing((trx) => settleDocument(trx, settlement, now)),
    keepReadings: (readings, now) => writing((trx) => keepReadings(trx, readings, now)),
    offerPosts: (posts, rejections, now) => writing((trx) => offerPosts(trx, posts, rejections, now)),
    recallNote: (sourceId, key) => recallNote(db, sourceId, key),
    keepNote: (sourceId, key, value) => writing((trx) => keepNote(trx, sourceId, key, value)),

    keepSources: (sources, now) => writing((trx) => keepSources(trx, sources, now)),
    sources: () => readSources(db),
    logSourceRun: (day, runs) => writing((trx) => logSourceRun(trx, day, runs)),
    sourceLogs: () => readSourceLogs(db),
    firstPublished: () => readFirstPublished(db),
    hasPostBetween: (sourceId, from, until) => hasPostBetween(db, sourceId, from, until),

    unjudgedPosts: (model, pageSize = PAGE_SIZE) => unjudgedPosts(db, model, pageSize),
    saveVerdicts: (verdicts, errors, now, model) => writing((trx) => saveJudgements(trx, verdicts, errors, now, model)),
    lastModel: () => lastModel(db),

    unplacedPosts: (placerVersion, pageSize = PAGE_SIZE) => unplacedPosts(db, placerVersion, pageSize),
    savePlacements: (postIds, placements, placerVersion) =>
      writing((trx) => savePlacements(trx, postIds, placements, placerVersion)),
    placementsOf: (ids) => placementsOf(db, ids),

    electOriginals: () => writing((trx) => electOriginals(trx)),
    placedPosts: (pageSize = PAGE_SIZE) => placedPosts(db, pageSize),
    countablePosts: (weeks) => countablePosts(db, path === ':memory:' ? null : path, weeks),
    countablePostsOf: (ids) => countablePostsOf(db, ids),
    beginTally: (countedAs) => writing((trx) => beginTally(trx, countedAs)),
    replaceOutcomes: (batches, counted) => {
      const result = tally.then(() => replaceOutcomes(db, batches, counted));
      tally = result.catch(() => undefined);
      return result;
    },
    replaceBlocks: (blocks, beside) => writing((trx) => replaceBlocks(trx, blocks, beside)),
    blocks: () => readBlocks(db),
    findings: () => readBlockFindings(db),
    gateMemory: () => readGateMemory(db),

    saveSample: (sample, now) => writing((trx) => saveSample(trx, sample, now)),
    postTextPages: (pageSize = PAGE_SIZE) => postTextPages(db, pageSize),
    postTexts: (ids) => readPostTexts(db, ids),
    saveLabels: (labels, now, correction) => writing((trx) => saveLabels(trx, labels, now, correction)),
    labelChanges: () => readLabelChanges(db),
    samples: () => readSamples(db),
    labelledPosts: () => readLabelledPosts(db),

    counts: () => readCounts(db),
    conservation: () => checkConservation(db),

    saveRun: (run) => writing((trx) => saveRun(trx, run)),
    lastRun: () => lastRun(db),

    close: () => db.destroy(),
  };
};
