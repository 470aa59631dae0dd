/** Rows of CSV and JSON Lines alone: who reads a file need not load what crawls the web. */
export { type ReadRowsOptions, readRowBatches, readRows } from './import/read-rows.js';
