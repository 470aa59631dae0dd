import type { View } from '../state/view.js';
import { saySlice } from './say-figures.js';
import type { Translator } from './translator.js';

/** What an embedded map is called: city, signal, and the target where one is chosen. */
export const sayEmbedTitle = (
  translator: Translator,
  city: string,
  { signal, target }: Pick<View, 'signal' | 'target'>,
): string => {
  const { say } = translator;
  return say('embed.title', {
    city,
    signal: target === 'all' ? say(`signal.${signal}`) : `${say(`signal.${signal}`)} (${saySlice(translator, target)})`,
  });
};
