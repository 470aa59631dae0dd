import type { CollectReport } from '@marsad/collector';
import { DropCounter, type StageReport } from '@marsad/records';

/**
 * What became of the documents a collection asked for, as a stage of its own before that of the texts found in them.
 * Its time is not counted apart: fetching and reading happen together.
 */
export const fetchStageOf = ({ sources, items }: CollectReport): StageReport => {
  const dropped = new DropCounter();
  let fetched = 0;
  for (const { documents } of sources) {
    fetched += documents.fetched;
    for (const [reason, count] of Object.entries(documents.skipped)) dropped.add(`skipped:${reason}`, count);
    for (const [reason, count] of Object.entries(documents.failed)) dropped.add(`failed:${reason}`, count);
  }
  return {
    name: 'fetch',
    in: fetched + dropped.total,
    out: fetched,
    dropped: dropped.toJSON(),
    seconds: items.seconds,
  };
};
