import { z } from 'zod';
import type { CollectLedger, RunningProcess } from '../ports.js';

const KEY = 'open-run';
const openRun = z.object({
  holder: z.string(),
  /** when it began, or the killed run that it goes on with */
  begun: z.string(),
  /** some entry point was not as in the run before */
  entriesChanged: z.boolean(),
});

/**
 * A note that a run of a source has begun and not ended. A run that finds the note of one that was killed finishes that
 * run's work first, in its order, so that the two together do what one would have done.
 */
export const openRunNote = (
  sourceId: string,
  ledger: Pick<CollectLedger, 'recallNote' | 'keepNote'>,
  process: RunningProcess,
) => {
  return {
    /** What the killed run left; undefined when the last one ended, or may still be at work. */
    async left(): Promise<{ begun: string; entriesChanged: boolean } | undefined> {
      const note = (await ledger.recallNote(sourceId, KEY)) ?? '';
      if (note === '') return undefined;
      const { holder, ...left } = openRun.parse(JSON.parse(note));
      return process.hasEnded(holder) ? left : undefined;
    },
    async keep(begun: string, entriesChanged: boolean): Promise<void> {
      await ledger.keepNote(sourceId, KEY, JSON.stringify({ holder: process.name, begun, entriesChanged }));
    },
    async end(): Promise<void> {
      await ledger.keepNote(sourceId, KEY, '');
    },
  };
};
