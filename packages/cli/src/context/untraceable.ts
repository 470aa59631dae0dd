import type { Narrative } from '@marsad/records';
import type { Store } from '@marsad/store';
import { type Repeated, repeatedWords } from './repeated-words.js';

/** Narratives that may leave, and those that would lead to whoever wrote a post. */
export interface Untraceable {
  kept: Narrative[];
  repeated: Repeated[];
}

/** Parts the narratives that repeat words of a stored post from those that do not. */
export const untraceable = async (narratives: readonly Narrative[], store: Store): Promise<Untraceable> => {
  const repeated = await repeatedWords(narratives, store.postTextPages());
  const left = new Set(repeated.map(({ id }) => id));
  return { kept: narratives.filter(({ id }) => !left.has(id)), repeated };
};
