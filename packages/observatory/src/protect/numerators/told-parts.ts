import type { ProtectionRules, Signal } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';
import { type PublishedBlocks, publishedView } from '../margins/published-view.js';
import { SLACK } from '../remainder.js';
import { type Numerator, numeratorsOf } from './numerators.js';
import { type PartNetwork, partNetwork } from './part-network.js';

/** A part of a shown block of a neighbourhood of which the margins tell a numerator. */
export interface ToldPart {
  block: ShownBlock;
  /** the block of the city that holds the part */
  column: ShownBlock;
  numerator: string;
  /** the bounds that all margins together leave */
  low: number;
  high: number;
}

/**
 * Parts of neighbourhoods' blocks, each the weeks that lie in one block of the city, of which a reader of all margins learns how many of the
 * flagged posts stand there: at least one, and to within a range of two. Of one or two flagged posts every part is known to within
 * one without any margin, so blocks are looked at that tell three or more.
 */
export const toldParts = (published: PublishedBlocks, rules: ProtectionRules): ToldPart[] => {
  const view = publishedView(published, rules);
  const { columns, rows } = view;
  const shown = rows.flatMap(({ block, row }, at) =>
    block.status === 'shown' && row.least > 0 && row.columns.length > 1 ? [{ block, of: row.columns, at }] : [],
  );
  const candidatesOf = ({ told }: Numerator) => shown.filter(({ block }) => (told(block.figures) ?? 0) >= SLACK);
  const found: ToldPart[] = [];
  const signals = new Map<Signal | string, PartNetwork | null>();
  for (const numerator of numeratorsOf([...columns, ...shown.map(({ block }) => block)])) {
    const candidates = candidatesOf(numerator);
    if (candidates.length === 0) continue;
    const within = numerator.within === null ? null : signals.get(numerator.within);
    const limits = new Map(
      candidates.flatMap(({ at, of }) =>
        of.map((column): [string, number] => [
          `${at} ${column}`,
          within?.highest(at, column) ?? Number.MAX_SAFE_INTEGER,
        ]),
      ),
    );
    const limit = (row: number, column: number): number => limits.get(`${row} ${column}`) ?? Number.MAX_SAFE_INTEGER;
    // Districts that tell of another time than their neighbourhoods fit nothing, and bound nothing.
    const network = partNetwork(view, numerator, limit) ?? partNetwork({ ...view, groups: [] }, numerator, limit);
    if (numerator.within === null) signals.set(numerator.name, network);
    if (network === null) continue;
    for (const { block, at, of } of candidates)
      for (const index of of) {
        const column = columns[index];
        const low = network.lowest(at, index);
        if (low === 0 || column === undefined) continue;
        const high = network.highest(at, index, SLACK);
        if (high - low < SLACK) found.push({ block, column, numerator: numerator.name, low, high });
      }
  }
  return found;
};
