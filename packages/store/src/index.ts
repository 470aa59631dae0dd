export type { StoreCounts } from './counts.js';
export type { NewDocument } from './documents/new-document.js';
export { type OpenStoreOptions, openStore } from './open-store.js';
export type { OutcomeBatches } from './outcomes.js';
export type { PlacedPost } from './placements/placed-posts.js';
export type { KeptRun } from './runs.js';
export type { SourceLog, SourceRunLog } from './source-log.js';
export type { KeptSource } from './sources.js';
export type { Store } from './store.js';
