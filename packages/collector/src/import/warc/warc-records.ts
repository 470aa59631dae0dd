import { InputError } from '@marsad/records';
import { ByteReader } from '../byte-reader.js';

const MAXIMUM_HEADER_BYTES = 65_536;
const VERSION = /^WARC\/\d+\.\d+\s*$/;

/** One record of a web archive; its block can be taken until the next record is asked for. */
export interface WarcRecord {
  /** 1-based, in file order */
  number: number;
  /** lower-case names */
  fields: ReadonlyMap<string, string>;
  /** bytes of the block */
  length: number;
  /** the next bytes of the block, at most `count` */
  take(count: number): Promise<Buffer>;
}

/** Bytes between records, or a record whose header makes no sense. */
export interface WarcGap {
  number: number;
  problem: string;
}

/** The named fields up to an empty line; `again` when a new record begins in their midst, undefined when they are none. */
const readFields = async (reader: ByteReader): Promise<Map<string, string> | 'again' | undefined> => {
  const fields = new Map<string, string>();
  let last = '';
  for (let left = MAXIMUM_HEADER_BYTES; left > 0; ) {
    const bytes = await reader.line(left);
    if (bytes === undefined) return undefined;
    left -= bytes.length;
    const line = bytes.toString('utf8').replace(/\r?\n$/, '');
    if (line === '') return fields;
    if (VERSION.test(line)) return 'again';
    const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      fields.set(last, value);
    } else if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
    else return undefined;
  }
  return undefined;
};

/**
 * Streams the records of a WARC file (ISO 28500, versions 0.16 to 1.1), never more than what is taken of one in memory.
 * What is no record is passed over up to the next one and given out as one gap.
 * @param chunks unpacked bytes
 * @throws {InputError} `cut-off` when the data end within a record, after the records before it
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<WarcRecord | WarcGap> {
  const reader = new ByteReader(chunks);
  let number = 0;
  let isInGap = false;
  const gap = (problem: string): WarcGap => {
    isInGap = true;
    number += 1;
    return { number, problem: `record ${number} ${problem}` };
  };
  try {
    for (;;) {
      const line = await reader.line(MAXIMUM_HEADER_BYTES);
      if (line === undefined) return;
      const written = line.toString('latin1');
      if (written.trim() === '') continue;
      if (!VERSION.test(written)) {
        if (!isInGap) yield gap('does not begin with WARC/ and a version');
        continue;
      }
      let fields = await readFields(reader);
      while (fields === 'again') {
        yield gap('breaks off in its header');
        fields = await readFields(reader);
      }
      const stated = fields?.get('content-length') ?? '';
      const length = /^\d{1,15}$/.test(stated) ? Number(stated) : undefined;
      if (!fields || length === undefined) {
        yield gap(fields ? `has no Content-Length but "${stated.slice(0, 40)}"` : 'has a header that cannot be read');
        continue;
      }
      isInGap = false;
      number += 1;
      let left = length;
      yield {
        number,
        fields,
        length,
        async take(count) {
          const bytes = await reader.take(Math.min(count, left));
          left -= bytes.length;
          return bytes;
        },
      };
      left -= await reader.skip(left);
      if (left > 0) {
        throw new InputError(
          'cut-off',
          `${name}: record ${number} is ${length} bytes long but the data end ${left} bytes before its end; what came before was read`,
          { remedy: 'Get the file again: this copy is not complete.' },
        );
      }
    }
  } finally {
    await reader.close();
  }
}
