import type { Kysely } from 'kysely';
import { up as ledger } from './0001-ledger.js';
import { up as judgements } from './0002-judgements.js';
import { up as placements } from './0003-placements.js';
import { up as outcomes } from './0004-outcomes.js';
import { up as blocks } from './0005-blocks.js';
import { up as copies } from './0006-copies.js';
import { up as sourceEvents } from './0007-source-events.js';
import { up as leaseHolders } from './0008-lease-holders.js';
import { up as originalsByDate } from './0009-originals-by-date.js';
import { up as copiedItems } from './0010-copied-items.js';
import { up as labels } from './0011-labels.js';
import { up as countedWeeks } from './0012-counted-weeks.js';
import { up as unelected } from './0013-unelected.js';
import { up as labelChanges } from './0014-label-changes.js';

/** One step from a schema version to the next. Once released, the file it points to never changes. */
export interface Migration {
  /** schema version after this step; equals its place in the list, counted from 1 */
  version: number;
  /** name of the file, without its ending */
  name: string;
  up: (db: Kysely<unknown>) => Promise<void>;
}

/** Every migration in the order in which it is applied. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: '0001-ledger', up: ledger },
  { version: 2, name: '0002-judgements', up: judgements },
  { version: 3, name: '0003-placements', up: placements },
  { version: 4, name: '0004-outcomes', up: outcomes },
  { version: 5, name: '0005-blocks', up: blocks },
  { version: 6, name: '0006-copies', up: copies },
  { version: 7, name: '0007-source-events', up: sourceEvents },
  { version: 8, name: '0008-lease-holders', up: leaseHolders },
  { version: 9, name: '0009-originals-by-date', up: originalsByDate },
  { version: 10, name: '0010-copied-items', up: copiedItems },
  { version: 11, name: '0011-labels', up: labels },
  { version: 12, name: '0012-counted-weeks', up: countedWeeks },
  { version: 13, name: '0013-unelected', up: unelected },
  { version: 14, name: '0014-label-changes', up: labelChanges },
];
