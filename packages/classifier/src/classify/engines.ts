import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import type { Profile } from '../linear/linear-model.js';
import { openLexiconEngine } from '../models/lexicon-engine.js';
import { openLinearEngine } from '../models/linear-engine.js';
import type { Engine } from './engine.js';

/** What an engine is opened with. */
export interface EngineSettings {
  /** name of an engine; `linear` when absent */
  engine?: string | undefined;
  /** name of a model that ships, or the folder of one; the first that ships when absent */
  model?: string | undefined;
  /** which thresholds a trained model uses; `balanced` when absent */
  profile?: Profile | undefined;
}

/** The models that ship lie in the package; the path is the same from `src` and from `dist`. */
const shipped = (model: string): string => fileURLToPath(new URL(`../../models/${model}/`, import.meta.url));

interface EngineKind {
  /** models that ship, the default first */
  models: readonly string[];
  /** whether a folder may be named instead */
  folders: boolean;
  open: (folder: string, profile: Profile) => Engine;
}

/** The engines that exist, the default first. */
const ENGINES: Readonly<Record<string, EngineKind>> = {
  linear: { models: ['marsad-open', 'marsad-research'], folders: true, open: openLinearEngine },
  lexicon: { models: ['marsad-lexicon'], folders: false, open: openLexiconEngine },
};
const DEFAULT = 'lexicon';

/**
 * Opens the engine of a name.
 * @throws InputError `unknown-engine`, `unknown-model`, `bad-model`
 */
export const openEngine = ({ engine = DEFAULT, model, profile = 'balanced' }: EngineSettings): Engine => {
  const kind = Object.hasOwn(ENGINES, engine) ? ENGINES[engine] : undefined;
  if (!kind) {
    const names = Object.keys(ENGINES).join(', ');
    throw new InputError(
      'unknown-engine',
      `classifier engine: expected one of ${names}; got ${JSON.stringify(engine)}`,
      { remedy: `Choose an engine that exists: ${names}.` },
    );
  }
  const wanted = model ?? kind.models[0] ?? '';
  if (kind.models.includes(wanted)) return kind.open(shipped(wanted), profile);
  // A name without a separator is meant as a name: a misspelt one must not be looked for as a folder.
  if (kind.folders && /[/\\]/.test(wanted)) return kind.open(wanted, profile);
  const models = kind.models.join(', ');
  const orFolder = kind.folders ? ', or a folder (with a / in it)' : '';
  throw new InputError(
    'unknown-model',
    `model of engine ${engine}: expected one of ${models}${orFolder}; got ${JSON.stringify(wanted)}`,
    { remedy: `Leave the model out, or choose one of: ${models}${orFolder}.` },
  );
};
