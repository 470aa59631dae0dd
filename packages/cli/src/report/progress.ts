import type { OnProgress } from '@marsad/records';
import type { Terminal } from '../terminal.js';

const BAR = 24;

/** A clock of elapsed seconds as `1:05`. */
const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/**
 * One redrawn line for a long step: a bar with the time left when the end is known, a count with the rate when it is
 * not. Draws at most ten times a second, and nothing when standard error is not a terminal.
 */
export const progressLine = (terminal: Terminal, clock: () => Date): OnProgress => {
  let stage = '';
  let begun = 0;
  let drawn = 0;
  return (progress) => {
    if (!terminal.isTerminal) return;
    const now = clock().getTime();
    if (progress.stage !== stage) {
      stage = progress.stage;
      begun = now;
      drawn = 0;
    }
    if (now - drawn < 100) return;
    drawn = now;
    const elapsed = (now - begun) / 1000;
    const rate = elapsed > 0 ? progress.done / elapsed : 0;
    const note = progress.note ? `  ${progress.note}` : '';
    if (progress.total !== undefined && progress.total > 0) {
      const share = Math.min(1, progress.done / progress.total);
      const filled = Math.round(share * BAR);
      const left = rate > 0 ? minutes((progress.total - progress.done) / rate) : '–';
      terminal.status(
        `${stage.padEnd(9)} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${progress.done}/${progress.total}  ${Math.round(rate)}/s  ${left} left${note}`,
      );
    } else {
      terminal.status(`${stage.padEnd(9)} ${progress.done}  ${Math.round(rate)}/s  ${minutes(elapsed)}${note}`);
    }
  };
};
