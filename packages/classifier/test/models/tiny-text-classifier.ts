import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a text-classification model folder as libraries expect it: tokenizer.json, config.json and onnx/model.onnx. The
 * graph adds up one row of weights for each word of the text, written by hand as the protobuf of ONNX
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 */

const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) | 128, ...varint(value >>> 7)]);
const int = (field: number, value: number): Buffer => Buffer.from([...varint(field << 3), ...varint(value)]);
const bytes = (field: number, value: string | Buffer): Buffer => {
  const body = Buffer.from(value);
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(body.length)]), body]);
};
const message = (field: number, ...parts: Buffer[]): Buffer => bytes(field, Buffer.concat(parts));

const FLOAT = 1;
const INT64 = 7;

/** NodeProto, with whole-number attributes. */
const node = (op: string, inputs: string[], output: string, attributes: Record<string, number> = {}): Buffer =>
  message(
    1,
    ...inputs.map((name) => bytes(1, name)),
    bytes(2, output),
    bytes(3, output),
    bytes(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, bytes(1, name), int(3, value), int(20, 2))),
  );

/** TensorProto as an initializer. */
const tensor = (name: string, dims: number[], type: number, data: Buffer): Buffer =>
  message(5, ...dims.map((dim) => int(1, dim)), int(2, type), bytes(8, name), bytes(9, data));

/** ValueInfoProto of an input (field 11) or output (field 12) whose dimensions are named. */
const value = (field: number, name: string, type: number, dims: string[]): Buffer =>
  message(
    field,
    bytes(1, name),
    message(2, message(1, int(1, type), message(2, ...dims.map((dim) => message(1, bytes(2, dim)))))),
  );

const int64 = (...values: number[]): Buffer => Buffer.from(new BigInt64Array(values.map(BigInt)).buffer);

const graphOf = (weights: number[][], labels: number): Buffer =>
  Buffer.concat([
    int(1, 8),
    message(8, bytes(1, ''), int(2, 13)),
    message(
      7,
      node('Gather', ['weights', 'input_ids'], 'rows', { axis: 0 }),
      node('Cast', ['attention_mask'], 'mask', { to: FLOAT }),
      node('Unsqueeze', ['mask', 'last'], 'column'),
      node('Mul', ['rows', 'column'], 'kept'),
      node('ReduceSum', ['kept', 'words'], 'logits', { keepdims: 0 }),
      bytes(2, 'tiny'),
      tensor('weights', [weights.length, labels], FLOAT, Buffer.from(new Float32Array(weights.flat()).buffer)),
      tensor('last', [1], INT64, int64(2)),
      tensor('words', [1], INT64, int64(1)),
      value(11, 'input_ids', INT64, ['batch', 'sequence']),
      value(11, 'attention_mask', INT64, ['batch', 'sequence']),
      value(12, 'logits', FLOAT, ['batch', 'labels']),
    ),
  ]);

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

export interface TinyModel {
  labels: string[];
  /** word → what it adds to the score of each label */
  words: Record<string, number[]>;
  /** several labels may hold at once: a sigmoid each, no softmax over all */
  multiLabel?: boolean;
}

/** Writes the folder; marsad-labels.json is left to the test. */
export const writeTinyModel = (folder: string, { labels, words, multiLabel = false }: TinyModel): void => {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const none = labels.map(() => 0);
  const rows = [...SPECIAL.map(() => none), ...Object.values(words)];
  writeFileSync(join(folder, 'onnx', 'model.onnx'), graphOf(rows, labels.length));
  const vocabulary = [...SPECIAL, ...Object.keys(words)];
  const write = (name: string, content: unknown): void => {
    writeFileSync(join(folder, name), JSON.stringify(content));
  };
  write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 64,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
  });
  write('config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
    ...(multiLabel ? { problem_type: 'multi_label_classification' } : {}),
  });
};
