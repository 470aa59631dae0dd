import { type BlockFigures, RUNGS, SEVERITIES, SIGNALS, type Signal, TARGETS } from '@marsad/records';
import type { ShownBlock } from '../keep-published.js';

/** One of the numbers that a block tells as a part of its posts. */
export interface Numerator {
  /** for people: `hate`, `hate against gender`, `hate of severity 4`, `hate in fra` */
  name: string;
  /** the signal of whose flagged posts it is a part; null for all flagged posts of one */
  within: Signal | null;
  /** what a block tells of it; null when it does not tell */
  told(figures: BlockFigures): number | null;
}

/**
 * Every numerator that one of the blocks tells: flagged posts of each signal first, then what is told of these by target, by
 * severity, by language and by rung.
 */
export const numeratorsOf = (blocks: readonly ShownBlock[]): Numerator[] => {
  const found = new Map<string, Numerator>();
  const note = (name: string, within: Signal | null, told: Numerator['told']): void => {
    if (!found.has(name)) found.set(name, { name, within, told });
  };
  for (const signal of SIGNALS) note(signal, null, ({ flagged }) => flagged[signal]);
  for (const { figures } of blocks) {
    for (const signal of SIGNALS) {
      for (const target of TARGETS)
        if (figures.targets[signal][target])
          note(`${signal} against ${target}`, signal, ({ targets }) => targets[signal][target] ?? 0);
      for (const language of Object.keys(figures.flaggedBy?.languages ?? {}))
        note(`${signal} in ${language}`, signal, (of) => of.flaggedBy?.languages[language]?.[signal] ?? null);
      for (const rung of RUNGS)
        if (figures.flaggedBy?.rungs[rung])
          note(`${signal} placed by ${rung}`, signal, (of) => of.flaggedBy?.rungs[rung]?.[signal] ?? null);
    }
    for (const severity of SEVERITIES)
      if (figures.severities?.[severity])
        note(`hate of severity ${severity}`, 'hate', ({ severities }) =>
          severities === undefined ? null : (severities[severity] ?? 0),
        );
  }
  return [...found.values()];
};
