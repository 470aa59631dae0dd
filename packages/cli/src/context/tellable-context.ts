import type { CityContext } from '@marsad/observatory';
import type { AreaCollection } from '@marsad/records';
import type { Store } from '@marsad/store';
import type { LoadedCity } from '../config/load-city.js';
import { loadContext } from './load-context.js';
import { type Repeated, repeatedWords } from './repeated-words.js';

/** What of a city's context a snapshot may be made of. */
export interface TellableContext {
  context: CityContext;
  /** narratives that are left out because they repeat a stored post */
  repeated: Repeated[];
}

/**
 * What people know of a city offline, less the narratives that say what a stored post says. Those are left out and not refused:
 * a post that comes tomorrow must not keep the figures of a city from being published.
 * @throws InputError naming file, line and field of what is wrong in a file
 */
export const tellableContext = async (
  city: LoadedCity,
  areas: AreaCollection,
  store: Pick<Store, 'postTextPages'>,
): Promise<TellableContext> => {
  const context = await loadContext(city, new Set(areas.features.map(({ id }) => id)));
  const repeated = await repeatedWords(context.narratives, store.postTextPages());
  const left = new Set(repeated.map(({ id }) => id));
  return { context: { ...context, narratives: context.narratives.filter(({ id }) => !left.has(id)) }, repeated };
};
