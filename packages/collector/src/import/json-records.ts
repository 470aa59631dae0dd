import { InputError } from '@marsad/records';
import { foreignBytes } from './foreign-bytes.js';
import type { RawRecord } from './row.js';

const MAXIMUM_RECORD_CHARACTERS = 10_000_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toRecord = (json: string, line: number, place: string): RawRecord => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const foreign = foreignBytes(json);
    if (foreign !== undefined) return { line, reason: 'not-utf-8', problem: `${place} ${foreign}` };
    return {
      line,
      reason: 'not-json',
      problem: `${place} is not JSON: ${error instanceof Error ? error.message : ''}`,
    };
  }
  if (!isObject(value)) {
    return {
      line,
      reason: 'not-an-object',
      problem: `${place} is not an object with fields: ${json.trim().slice(0, 40)}`,
    };
  }
  return { line, values: value };
};

/**
 * The records of a JSON Lines file, as many at once as a piece of it holds: one object a line; empty lines are passed
 * over.
 * @throws {InputError} `line-too-long` after the records before
 */
export async function* jsonlBatches(text: AsyncIterable<string>, name: string): AsyncGenerator<RawRecord[]> {
  let held = '';
  let line = 0;
  let row = 0;
  const record = (written: string): RawRecord | undefined => {
    line += 1;
    if (written.trim() === '') return undefined;
    row += 1;
    return toRecord(written, line, `row ${row}`);
  };
  for await (const chunk of text) {
    const lines = chunk.split('\n');
    lines[0] = held + (lines[0] ?? '');
    held = lines.pop() ?? '';
    const found = lines.flatMap((written) => record(written) ?? []);
    if (found.length > 0) yield found;
    if (held.length > MAXIMUM_RECORD_CHARACTERS) {
      throw new InputError(
        'line-too-long',
        `${name}: line ${line + 1} is longer than ${MAXIMUM_RECORD_CHARACTERS} characters`,
      );
    }
  }
  const last = record(held);
  if (last) yield [last];
}

/** The same records one by one. */
export async function* jsonlRecords(text: AsyncIterable<string>, name: string): AsyncGenerator<RawRecord> {
  for await (const batch of jsonlBatches(text, name)) yield* batch;
}

/** Which list of a JSON file holds its records. */
export interface ListChoice {
  /** names the list may have within its object; any when absent */
  keys?: readonly string[];
  /** how many lists and objects deep it may lie; 1 is the file itself */
  depth: number;
}

const KEY_CHARACTERS = 64;
const FIRST_LIST: ListChoice = { depth: 2 };

/**
 * The records of a JSON file, one by one without holding the file: the elements of its list, or of the first list in the
 * object it holds, such as `{"data": […]}`.
 * @param choice which list of an object counts
 * @throws {InputError} `bad-json` when it holds no list, `cut-off` when it ends within one
 */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  name: string,
  choice: ListChoice = FIRST_LIST,
): AsyncGenerator<RawRecord> {
  let depth = 0;
  let lastString = '';
  let key: string | undefined;
  const isWanted = (): boolean =>
    depth <= choice.depth && (depth === 1 || choice.keys === undefined || choice.keys.includes(key ?? ''));
  let listDepth = -1;
  let inString = false;
  let isEscaped = false;
  let held = '';
  let index = 0;
  let isClosed = false;
  const element = (): RawRecord | undefined => {
    const written = held.trim();
    held = '';
    if (written === '') return undefined;
    index += 1;
    return toRecord(written, index, `row ${index}`);
  };
  for await (const chunk of text) {
    let start = 0;
    for (let at = 0; at < chunk.length && !isClosed; at += 1) {
      const character = chunk[at];
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') inString = false;
        else if (listDepth < 0 && lastString.length < KEY_CHARACTERS) lastString += character;
        continue;
      }
      if (character === '"') {
        inString = true;
        lastString = '';
      } else if (character === ':') key = lastString;
      else if (character === '[' || character === '{') {
        depth += 1;
        if (character === '[' && listDepth < 0 && isWanted()) {
          listDepth = depth;
          start = at + 1;
        }
        key = undefined;
      } else if (character === ']' || character === '}') {
        isClosed = depth === listDepth;
        depth -= 1;
      }
      const isSeparator = character === ',' && depth === listDepth;
      if (listDepth < 0 || !(isSeparator || isClosed)) continue;
      held += chunk.slice(start, at);
      start = at + 1;
      const found = element();
      if (found) yield found;
    }
    if (isClosed) continue;
    if (listDepth >= 0) held += chunk.slice(start);
    if (held.length > MAXIMUM_RECORD_CHARACTERS) {
      throw new InputError(
        'bad-json',
        `${name}: element ${index + 1} is longer than ${MAXIMUM_RECORD_CHARACTERS} characters`,
      );
    }
  }
  if (listDepth < 0) throw new InputError('bad-json', `${name}: expected a list of objects, found none`);
  if (!isClosed) {
    throw new InputError(
      'cut-off',
      `${name}: the list ends after element ${index} without its closing bracket; what came before was read`,
    );
  }
}
