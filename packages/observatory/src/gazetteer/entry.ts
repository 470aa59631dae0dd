import type { AreaCollection } from '@marsad/records';

/**
 * What a name is to its area. `ambiguous` is a name that is also a plain word ("victory", "the station") and counts only
 * beside a cue; every other kind says that somebody looked at the name and it needs none. Without a kind, its words decide.
 */
export const NAME_KINDS = [
  'name',
  'variant',
  'nickname',
  'old-name',
  'landmark',
  'street',
  'institution',
  'latin-arabic',
  'ambiguous',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Names by which people mean an area. */
export interface GazetteerEntry {
  areaId: string;
  names: readonly string[];
  kind?: NameKind;
  /** ISO 639-3 */
  language?: string;
  /** where the names come from, for people */
  origin?: string;
}

const LANGUAGES = { ar: 'ara', en: 'eng', fr: 'fra' } as const;

/** The areas' own names, followed by what else is known of them. */
export const gazetteerFrom = (areas: AreaCollection, extra: readonly GazetteerEntry[] = []): GazetteerEntry[] => [
  ...areas.features.flatMap(({ id, properties: { names } }) =>
    (['ar', 'en', 'fr'] as const).flatMap((language): GazetteerEntry[] => {
      const name = names[language];
      return name === undefined ? [] : [{ areaId: id, names: [name], language: LANGUAGES[language] }];
    }),
  ),
  ...extra,
];
