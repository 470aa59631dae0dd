import { fileURLToPath } from 'node:url';
import { InputError } from '@marsad/records';
import { fingerprintOf } from '../fingerprint.js';
import { SHIPPED_LEXICONS } from '../lexicon/load-lexicons.js';
import type { Profile, ReadModel } from '../linear/linear-model.js';
import { openLexiconEngine } from '../models/lexicon-engine.js';
import { openLinearEngine } from '../models/linear-engine.js';
import { openTransformerEngine } from '../models/transformer-engine.js';
import type { BatchEngine, Engine } from './engine.js';

/** What an engine is opened with. */
export interface EngineSettings {
  /** name of an engine; `linear` when absent */
  engine?: string | undefined;
  /** name of a model that ships, or the folder of one; the first that ships when absent */
  model?: string | undefined;
  /** which thresholds a trained model uses; `balanced` when absent */
  profile?: Profile | undefined;
  /** lexicon files of the user, read beside those that ship */
  lexicons?: readonly string[] | undefined;
}

/** The models that ship lie in the package; the path is the same from `src` and from `dist`. */
const shipped = (model: string): string => fileURLToPath(new URL(`../../models/${model}/`, import.meta.url));

interface EngineKind {
  /** models that ship, the default first */
  models: readonly string[];
  /** whether a folder may be named instead */
  folders: boolean;
  /** whether lexicons of the user are read */
  readsLexicons: boolean;
  open: (
    folder: string,
    profile: Profile,
    lexicons: readonly string[],
    read?: ReadModel,
  ) => Engine | Promise<BatchEngine>;
}

/** The engines that exist, the default first. */
const ENGINES: Readonly<Record<string, EngineKind>> = {
  linear: { models: ['marsad-open', 'marsad-research'], folders: true, readsLexicons: true, open: openLinearEngine },
  lexicon: {
    models: ['marsad-lexicon'],
    folders: false,
    readsLexicons: true,
    open: (_folder, _profile, lexicons) => openLexiconEngine(lexicons),
  },
  transformer: { models: [], folders: true, readsLexicons: false, open: (folder) => openTransformerEngine(folder) },
};
const DEFAULT = 'linear';

/** Which kind of engine settings ask for, and where its model lies. */
const chosen = ({ engine = DEFAULT, model }: EngineSettings): { kind: EngineKind; folder: string } => {
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
  if (kind.models.includes(wanted)) return { kind, folder: shipped(wanted) };
  // A name without a separator is meant as a name: a misspelt one must not be looked for as a folder.
  if (kind.folders && /[/\\]/.test(wanted)) return { kind, folder: wanted };
  const folder = kind.folders ? ['a folder (with a / in it)'] : [];
  const models = [...kind.models, ...folder].join(', ');
  throw new InputError(
    'unknown-model',
    `model of engine ${engine}: expected one of ${models}; got ${JSON.stringify(wanted)}`,
    { remedy: `Choose one of: ${models}.` },
  );
};

/**
 * Opens the engine of a name.
 * @param read its model, if another thread has read it before
 * @throws InputError `unknown-engine`, `unknown-model`, `bad-model`, `bad-lexicon`, `no-lexicons`, `transformer-missing`
 */
export const openEngine = (settings: EngineSettings, read?: ReadModel): Engine | Promise<BatchEngine> => {
  const { kind, folder } = chosen(settings);
  const { lexicons = [], profile = 'balanced' } = settings;
  if (lexicons.length > 0 && !kind.readsLexicons) {
    throw new InputError('no-lexicons', `engine ${settings.engine}: expected no lexicons, got ${lexicons.join(', ')}`, {
      remedy: 'Leave the lexicons out, or choose an engine that reads them: linear or lexicon.',
    });
  }
  return kind.open(folder, profile, lexicons, read);
};

/**
 * SHA-256 over the files that verdicts of these settings rest on: the model's and the lexicons.
 * @throws InputError `unknown-engine`, `unknown-model`
 */
export const fingerprintOfEngine = (settings: EngineSettings): string =>
  fingerprintOf([chosen(settings).folder, SHIPPED_LEXICONS], settings.lexicons);
