import type { Block } from '@marsad/records';
import { loadPlaces } from '../project/load-places.js';
import type { Project } from '../project/open-project.js';
import { memoryLines } from './memory-lines.js';

/** Neighbourhoods by what a snapshot says of them: each is in one of the first three. */
export interface Silences {
  /** a figure is shown for some of the weeks */
  shown: number;
  /** collected, but hidden by the publish gate in all weeks */
  suppressed: number;
  /** no collected post names it */
  notCollected: number;
  /** of those shown: no shown weeks whose share of hate is told from that of the city */
  cannotTell: number;
}

/**
 * Counts the three silences apart: hidden, not collected, and shown but not to be told from the city.
 * @param areaIds all neighbourhoods of the city
 */
export const silencesOf = (blocks: readonly Block[], areaIds: readonly string[]): Silences => {
  const silences: Silences = { shown: 0, suppressed: 0, notCollected: 0, cannotTell: 0 };
  const byArea = new Map<string, Block[]>(areaIds.map((id) => [id, []]));
  for (const block of blocks) if (block.area !== null) byArea.get(block.area)?.push(block);
  for (const own of byArea.values()) {
    const figures = own.flatMap((block) => (block.status === 'shown' ? [block.figures] : []));
    if (own.length === 0) silences.notCollected += 1;
    else if (figures.length === 0) silences.suppressed += 1;
    else {
      silences.shown += 1;
      const told = figures.some(({ estimates }) => (estimates?.hate?.versusCity ?? 'cannot-tell') !== 'cannot-tell');
      if (!told) silences.cannotTell += 1;
    }
  }
  return silences;
};

/** The same as one sentence below a report. */
export const silencesLine = ({ shown, suppressed, notCollected, cannotTell }: Silences): string =>
  `neighbourhoods: ${shown} shown (${cannotTell} of them cannot be told from the city by hate), ` +
  `${suppressed} hidden by the publish gate in all weeks, ${notCollected} not collected (no post names them)`;

/** What is said of a city's figures after a tally: the silences, and a line for them and for each thing that the gate holds back. */
export const toldAndUntold = async ({ store, city }: Project): Promise<{ silences: Silences; lines: string[] }> => {
  const { areas } = await loadPlaces(city);
  const ids = areas.features.map(({ id }) => id);
  const silences = silencesOf(await store.blocks(), ids);
  return { silences, lines: [silencesLine(silences), ...memoryLines(await store.gateMemory())] };
};
