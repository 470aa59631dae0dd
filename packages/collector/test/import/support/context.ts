import type { PostCandidate } from '@marsad/records';
import type { ImportItem } from '../../../src/import/item.js';
import type { ItemContext } from '../../../src/import/item-context.js';
import { gathered, workersHere } from './here-and-now.js';

export const contextOf = (name: string, more: Partial<ItemContext> = {}): ItemContext => ({
  name,
  sourceId: 'file',
  authorKey: new Uint8Array(32).fill(7),
  map: {},
  language: undefined,
  workers: workersHere,
  ...more,
});

/** The texts, what was left out by reason, and the error at the end. */
export const sorted = async (
  items: AsyncIterable<ImportItem>,
): Promise<{ texts: PostCandidate[]; left: Record<string, number>; problems: string[]; error?: unknown }> => {
  const all = await gathered(items);
  const texts: PostCandidate[] = [];
  const left: Record<string, number> = {};
  const problems: string[] = [];
  for (const item of all.items) {
    const read = item.kind === 'text' ? await item.candidate : item;
    if ('text' in read) texts.push(read);
    else left[read.reason] = (left[read.reason] ?? 0) + 1;
    if (item.kind === 'bad') problems.push(item.problem);
  }
  return { texts, left, problems, ...('error' in all ? { error: all.error } : {}) };
};
