import { InputError } from '@marsad/records';
import { openLexiconEngine } from '../models/lexicon-engine.js';
import type { Engine } from './engine.js';

/** The engines that exist, each with the models it has; the first model is the default. */
const ENGINES: Readonly<Record<string, { models: readonly string[]; open: (model: string) => Engine }>> = {
  lexicon: { models: ['marsad-lexicon'], open: openLexiconEngine },
};

/**
 * Opens the engine of a name.
 * @throws InputError `unknown-engine`, `unknown-model`
 */
export const openEngine = (name: string, model?: string): Engine => {
  const known = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (!known) {
    const names = Object.keys(ENGINES).join(', ');
    throw new InputError('unknown-engine', `classifier engine: expected one of ${names}; got ${JSON.stringify(name)}`, {
      remedy: `Choose an engine that exists: ${names}.`,
    });
  }
  const wanted = model ?? known.models[0] ?? '';
  if (!known.models.includes(wanted)) {
    const models = known.models.join(', ');
    throw new InputError(
      'unknown-model',
      `model of engine ${name}: expected one of ${models}; got ${JSON.stringify(wanted)}`,
      { remedy: `Leave the model out, or choose one of: ${models}.` },
    );
  }
  return known.open(wanted);
};
