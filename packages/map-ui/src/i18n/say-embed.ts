import type { View } from '../state/view.js';
import type { Translator } from './translator.js';

/** What an embedded map is called: city, signal, and the target where one is chosen. */
export const sayEmbedTitle = (
  { say }: Translator,
  city: string,
  { signal, target }: Pick<View, 'signal' | 'target'>,
): string =>
  say('embed.title', {
    city,
    signal: target === 'all' ? say(`signal.${signal}`) : `${say(`signal.${signal}`)} (${say(`target.${target}`)})`,
  });
