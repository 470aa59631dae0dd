import type { InterfaceLanguage, IsoWeek } from '@marsad/records/snapshot';
import type { WeekRange } from '../view/coverage.js';
import type { KnownOffline } from './known-offline.js';

/** Something that is known offline, with the weeks it has to do with. */
interface Known {
  id: string;
  from: IsoWeek;
  /** null: it goes on */
  to: IsoWeek | null;
  /** none: the whole city */
  areas: readonly string[];
}

export type KnownEvent = Known & {
  /** who sees it, where that is not everybody */
  tag?: (language: InterfaceLanguage) => string;
} & (
    | { kind: 'incident'; entry: KnownOffline['incidents'][number] }
    | { kind: 'intervention'; entry: KnownOffline['interventions'][number] }
  );

export type KnownNote = Known & { entry: KnownOffline['notes'][number] };

const areasOf = (area: string | null): string[] => (area === null ? [] : [area]);

/** Incidents and interventions in order of time. */
export const eventsOf = ({ incidents, interventions, inTiers }: KnownOffline): KnownEvent[] => {
  const tagOf = (entry: object): Pick<KnownEvent, 'tag'> => {
    const tier = inTiers?.tierOf.get(entry);
    return inTiers && tier ? { tag: (language) => inTiers.words[language].tag[tier] } : {};
  };
  return [
    ...incidents.map(
      (entry): KnownEvent => ({
        kind: 'incident',
        id: entry.id,
        from: entry.week,
        to: entry.week,
        areas: areasOf(entry.area),
        entry,
        ...tagOf(entry),
      }),
    ),
    ...interventions.map(
      (entry): KnownEvent => ({
        kind: 'intervention',
        id: entry.id,
        from: entry.from,
        to: entry.to,
        areas: entry.areas,
        entry,
        ...tagOf(entry),
      }),
    ),
  ].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
};

/** Field notes in order of time. */
export const notesOf = ({ notes }: KnownOffline): KnownNote[] =>
  notes.map((entry) => ({
    id: entry.id,
    from: entry.weeks[0],
    to: entry.weeks[1],
    areas: areasOf(entry.area),
    entry,
  }));

/**
 * What has to do with a place: that of its neighbourhoods, and what is known of the whole city. All there is for the city
 * (null).
 * @param held ids of the neighbourhoods that the place is or holds, as `neighbourhoodsIn` tells them
 */
export const ofPlace = <One extends Known>(known: readonly One[], held: readonly string[] | null): One[] =>
  held === null ? [...known] : known.filter(({ areas }) => areas.length === 0 || areas.some((id) => held.includes(id)));

/** Whether it falls into these weeks, at least in part. */
export const touches = ({ from, to }: Known, range: WeekRange): boolean =>
  from <= range.to && (to === null || to >= range.from);
