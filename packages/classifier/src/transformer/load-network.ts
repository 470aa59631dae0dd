import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '@marsad/records';
import { z } from 'zod';
import { badTransformer } from './label-map.js';

/** A text-classification network from a local folder. */
export interface Network {
  /** its labels, in the order of its scores */
  labels: readonly string[];
  /** whether one label holds at a time (softmax) rather than each by itself (sigmoid) */
  oneHolds: boolean;
  /** the most tokens of a text that are read */
  mostTokens: number;
  /** a row of scores (logits), one a label, for each text */
  score(texts: readonly string[]): Promise<number[][]>;
  close(): Promise<void>;
}

export type Library = typeof import('@huggingface/transformers');

const VERSION = '4.3.1';
/** Tokens where neither tokeniser nor network names a limit. */
const USUAL_TOKENS = 512;

/** The library is large and rarely wanted: it is loaded when this engine is chosen, not before. */
const importLibrary = (): Promise<Library> => import('@huggingface/transformers');

const missing = (cause: unknown): InputError =>
  new InputError(
    'transformer-missing',
    `engine transformer: expected @huggingface/transformers, got ${String(cause)}`,
    {
      cause,
      remedy: `Install it beside Marsad: npx --yes pnpm@12 add --filter @marsad/classifier @huggingface/transformers@${VERSION}`,
    },
  );

/** The library asks the network for models, and for its own runtime, unless every way there is closed. */
const stayLocal = ({ env, LogLevel }: Library, models: string): void => {
  env.allowRemoteModels = false;
  env.localModelPath = models;
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.useWasmCache = false;
  env.logLevel = LogLevel.NONE;
  env.fetch = async () => {
    throw new Error('the engine stays on this machine');
  };
  const { wasm } = env.backends.onnx;
  if (wasm) {
    // Without paths the runtime takes its own files; threads of its own would outlive the program's end.
    Object.assign(wasm, { wasmPaths: undefined, numThreads: 1, proxy: false });
  }
};

const networkConfig = z.object({
  id2label: z.record(z.string().regex(/^\d+$/), z.string()),
  problem_type: z.string().nullish(),
  max_position_embeddings: z.number().int().positive().optional(),
});

/** Which file of weights the folder holds: whole numbers of 8 bits only where there are no others. */
const weightsIn = (folder: string): 'fp32' | 'q8' => {
  if (existsSync(join(folder, 'onnx', 'model.onnx'))) return 'fp32';
  if (existsSync(join(folder, 'onnx', 'model_quantized.onnx'))) return 'q8';
  throw badTransformer(folder, 'expected onnx/model.onnx or onnx/model_quantized.onnx, found neither');
};

/**
 * Loads the network and the tokeniser of a folder, from this machine alone.
 * @param load imports the library
 * @throws InputError `transformer-missing`, `bad-model`
 */
export const loadNetwork = async (folder: string, load: () => Promise<Library> = importLibrary): Promise<Network> => {
  const dtype = weightsIn(folder);
  const library = await load().catch((cause: unknown) => {
    throw missing(cause);
  });
  const path = resolve(folder);
  stayLocal(library, dirname(path));
  const local = { local_files_only: true };
  try {
    const tokenizer = await library.AutoTokenizer.from_pretrained(basename(path), local);
    const network = await library.AutoModelForSequenceClassification.from_pretrained(basename(path), {
      ...local,
      dtype,
      device: 'cpu',
    });
    const config = networkConfig.parse({ ...network.config });
    const mostTokens = Math.min(tokenizer.model_max_length, config.max_position_embeddings ?? USUAL_TOKENS);
    const labels = Object.entries(config.id2label)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, label]) => label);
    return {
      labels,
      oneHolds: config.problem_type !== 'multi_label_classification',
      mostTokens,
      score: async (texts) => {
        const inputs = tokenizer([...texts], { padding: true, truncation: true, max_length: mostTokens });
        const output: unknown = await network(inputs);
        const { logits } = z.object({ logits: z.instanceof(library.Tensor) }).parse(output);
        const data = Array.from(logits.data, Number);
        return texts.map((_, row) => data.slice(row * labels.length, (row + 1) * labels.length));
      },
      close: async () => {
        await network.dispose();
      },
    };
  } catch (cause) {
    throw badTransformer(folder, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause);
  }
};
