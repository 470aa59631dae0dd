import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { FetchFailure, toFailure } from './failures.js';

const MAXIMUM_ERROR_BYTES = 65_536;

export interface Answer {
  status: number;
  /** lower-case names; repeated fields joined with a comma */
  headers: Readonly<Record<string, string>>;
  /** decoded; empty for anything but a success and errors in JSON */
  body: Uint8Array;
}

export interface RequestOptions {
  dispatcher: Dispatcher;
  headers: Readonly<Record<string, string>>;
  /** decoded bytes; past it the request fails, or is cut if `cut` is set */
  maximumBytes: number;
  cut?: boolean;
  /** content types worth reading; a missing header counts as one */
  contentTypes?: RegExp;
  /** from the first byte asked to the last byte read */
  totalMilliseconds: number;
  /** told of every piece of a body as it comes, decoded, also where the request fails in the end */
  onBytes?: ((count: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

const decoderFor = (coding: string, url: string): Transform | undefined => {
  const codings = coding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const [only] = codings;
  if (only === undefined) return undefined;
  // Nested codings are how a few bytes become gigabytes; no honest server needs them.
  if (codings.length > 1) throw new FetchFailure('bad-answer', `${url}: coded twice (${coding})`, { retry: false });
  if (only === 'gzip' || only === 'x-gzip') return createGunzip();
  if (only === 'deflate') return createInflate();
  if (only === 'br') return createBrotliDecompress();
  throw new FetchFailure('bad-answer', `${url}: coded as ${coding}, which was not asked for`, { retry: false });
};

const readBody = async (
  stream: Readable,
  coding: string,
  url: string,
  options: RequestOptions,
): Promise<Uint8Array> => {
  const decoder = decoderFor(coding, url);
  if (decoder) stream.on('error', (error) => decoder.destroy(error));
  const decoded = decoder ? stream.pipe(decoder) : stream;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of decoded) {
      const bytes: Uint8Array = chunk;
      chunks.push(bytes);
      length += bytes.length;
      options.onBytes?.(bytes.length);
      if (length <= options.maximumBytes) continue;
      if (options.cut) break;
      throw new FetchFailure('too-large', `${url}: over ${options.maximumBytes} bytes`, { retry: false });
    }
  } finally {
    stream.on('error', () => {});
    stream.destroy();
    decoder?.destroy();
  }
  return Buffer.concat(chunks).subarray(0, options.maximumBytes);
};

const oneLine = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/**
 * One GET, without redirects and retries.
 * @throws {FetchFailure} when no answer came, or one that cannot be read
 */
export const get = async (url: string, options: RequestOptions): Promise<Answer> => {
  const deadline = AbortSignal.timeout(options.totalMilliseconds);
  try {
    const answer = await request(url, {
      method: 'GET',
      dispatcher: options.dispatcher,
      // Not deflate: half the servers that offer it mean another format by the word.
      headers: { 'accept-encoding': 'gzip, br', ...options.headers },
      signal: options.signal ? AbortSignal.any([deadline, options.signal]) : deadline,
    });
    const headers = oneLine(answer.headers);
    const wanted = answer.statusCode >= 200 && answer.statusCode < 300;
    const type = headers['content-type'];
    if (wanted && type !== undefined && options.contentTypes && !options.contentTypes.test(type)) {
      answer.body.on('error', () => {});
      answer.body.destroy();
      throw new FetchFailure('other-content-type', `${url}: ${type}`, { retry: false });
    }
    const explains = answer.statusCode >= 400 && /json/i.test(type ?? '');
    if (!wanted && !explains) {
      // A short body is read to its end so that the connection can be used again.
      await answer.body.dump({ limit: MAXIMUM_ERROR_BYTES });
      return { status: answer.statusCode, headers, body: new Uint8Array() };
    }
    const coding = headers['content-encoding'] ?? '';
    if (wanted) return { status: answer.statusCode, headers, body: await readBody(answer.body, coding, url, options) };
    const limits = { ...options, maximumBytes: MAXIMUM_ERROR_BYTES, cut: true };
    // An explanation that breaks off leaves the status, which is what counts.
    const body = await readBody(answer.body, coding, url, limits).catch(() => new Uint8Array());
    return { status: answer.statusCode, headers, body };
  } catch (error) {
    throw toFailure(deadline.aborted ? deadline.reason : error, url);
  }
};
