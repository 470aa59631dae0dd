import type { RegionCity } from '@marsad/records/region';
import type { InterfaceLanguage } from '@marsad/records/snapshot';
import { nameIn } from '../view/names.js';

/** What a city is called; `isShared`: another city is called the same. */
export interface CityName {
  text: string;
  isShared: boolean;
}

/** Names of cities by their ids in a language, or in the nearest one that each has. */
export const cityNames = (
  cities: readonly Pick<RegionCity, 'id' | 'names'>[],
  language: InterfaceLanguage,
): Map<string, CityName> => {
  const texts = cities.map(({ id, names }) => ({ id, text: nameIn(names, language, id).text }));
  const count = new Map<string, number>();
  for (const { text } of texts) count.set(text, (count.get(text) ?? 0) + 1);
  return new Map(texts.map(({ id, text }) => [id, { text, isShared: (count.get(text) ?? 0) > 1 }]));
};
