import type { Area, Block, OverallEstimate } from '@marsad/records/snapshot';
import { useMemo } from 'react';
import { changeOfPage, type PageChange } from '../view/change.js';
import { figuresOfPage, type PageFigures } from '../view/figures.js';
import type { View } from './view.js';

/** The changes from the other period to the chosen one; null while nothing is compared. `page` is the chosen one's. */
export const useChange = (
  areas: readonly Area[],
  blocks: ReadonlyMap<string | null, readonly Block[]>,
  { signal, target, before }: View,
  page: PageFigures,
  overall: ReadonlyMap<string | null, OverallEstimate>,
): PageChange | null => {
  const earlier = useMemo(
    () =>
      before &&
      figuresOfPage(
        areas.map((area) => area.id),
        blocks,
        { signal, target, range: before, whole: false },
        overall,
      ),
    [areas, blocks, signal, target, before, overall],
  );
  return useMemo(() => earlier && changeOfPage(earlier, page), [earlier, page]);
};
