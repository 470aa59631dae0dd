// First: what follows makes schemas.
import '../snapshot/no-compiling.js';
import { snapshotContext } from '@marsad/records/snapshot';
import { z } from 'zod';
import type { KnownOffline } from './known-offline.js';

const { incidents, interventions, notes } = snapshotContext.shape;
const lists = z.object({
  incidents: z.array(z.unknown()),
  interventions: z.array(z.unknown()),
  notes: z.array(z.unknown()),
});

const readList = <T>(specs: readonly unknown[], schema: z.ZodType<T>, isKnown: (entry: T) => boolean): T[] =>
  specs.flatMap((spec) => {
    const parsed = schema.safeParse(spec);
    return parsed.success && isKnown(parsed.data) ? [parsed.data] : [];
  });

/** Trusts `context.json`, entry by entry: one that cannot be read, or that names an unknown area, is left out and counted. */
export const readContext = (spec: unknown, areaIds: ReadonlySet<string>): KnownOffline => {
  const outer = lists.safeParse(spec);
  if (!outer.success) return { incidents: [], interventions: [], notes: [], setAside: null };
  const inCity = ({ area }: { area: string | null }): boolean => area === null || areaIds.has(area);
  const read = {
    incidents: readList(outer.data.incidents, incidents.element, inCity),
    interventions: readList(outer.data.interventions, interventions.element, ({ areas }) =>
      areas.every((area) => areaIds.has(area)),
    ),
    notes: readList(outer.data.notes, notes.element, inCity),
  };
  const all = Object.values(outer.data).reduce((sum, entries) => sum + entries.length, 0);
  const good = Object.values(read).reduce((sum, entries) => sum + entries.length, 0);
  return { ...read, setAside: all - good };
};
