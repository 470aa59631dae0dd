import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { writeWhole } from '../held/write-whole.js';
import type { InvitedCity } from './rows/cities.js';

const FILE = 'witness.json';

const number = z.number().int().nonnegative();
const witness = z.object({
  changes: number,
  /** by city: the highest version of a snapshot, of notices and of keys that was ever remembered */
  cities: z.record(z.string(), z.object({ snapshot: number, notices: number, keys: number })),
});

/**
 * What stood in the ledger when it was last written, kept beside it: a ledger that was restored from a backup, while this
 * file was not, is seen to be older than what the hub knew, and versions that were replaced since are not taken again.
 */
export type Witness = z.infer<typeof witness>;

/** What a ledger remembers, in numbers. */
export const witnessOf = (changes: number, cities: readonly InvitedCity[]): Witness => ({
  changes,
  cities: Object.fromEntries(
    cities.map(({ id, remembered: { newest, notices, keys } }) => [
      id,
      { snapshot: newest?.version ?? 0, notices: notices.length, keys: keys?.chain.length ?? 0 },
    ]),
  ),
});

/** The witness of a hub's folder; undefined when there is none, as in a folder restored without it. */
export const readWitness = async (folder: string): Promise<Witness | undefined> => {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return witness.parse(JSON.parse(text));
  } catch (cause) {
    throw new InputError('witness-unreadable', `${path}: expected what the ledger last held, but it cannot be read`, {
      remedy:
        'Restore the whole folder from one backup, or remove the file when you are sure that the ledger is the newest.',
      cause,
    });
  }
};

/** Writes the witness, whole. */
export const writeWitness = (folder: string, value: Witness): Promise<void> =>
  writeWhole(join(folder, FILE), Buffer.from(`${JSON.stringify(value)}\n`));

/** What the ledger has forgotten against the witness, in sentences; empty when it is as new. */
export const forgotten = (ledger: Witness, seen: Witness | undefined): string[] => {
  if (seen === undefined) return [];
  const lines = Object.entries(seen.cities).flatMap(([city, was]) => {
    const is = ledger.cities[city];
    if (is === undefined) return [`${city} was invited, and is not known any more: invite it again`];
    const lost = (['snapshot', 'notices', 'keys'] as const).filter((what) => is[what] < was[what]);
    const told = lost.map((what) => `${what} ${was[what]}, now ${is[what]}`).join('; ');
    return lost.length === 0 ? [] : [`${city} had ${told}`];
  });
  // Later changes may have made up for the number of those lost, never for what they held.
  if (lines.length === 0 && seen.changes <= ledger.changes) return [];
  return [
    'the ledger is older than what this hub knew: it was restored from a backup; ask these cities for their newest packages',
    ...lines,
  ];
};
