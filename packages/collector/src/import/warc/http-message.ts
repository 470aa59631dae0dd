import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An HTTP answer as it stands in an archive. */
export interface HttpHead {
  status: number;
  /** lower-case names; repeated fields joined with a comma */
  headers: Readonly<Record<string, string>>;
  /** where the body begins */
  length: number;
}

export type HttpBody = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'too-large' | 'bad-coding' };

/** The head of an answer; undefined when the bytes do not begin with one. */
export const readHttpHead = (bytes: Uint8Array): HttpHead | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const [first = '', ...lines] = text.slice(0, end?.index ?? text.length).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) {
      if (/^[ \t]/.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`);
      continue;
    }
    last = name.toLowerCase();
    const before = headers.get(last);
    headers.set(last, before === undefined ? value : `${before}, ${value}`);
  }
  return {
    status: Number(status),
    headers: Object.fromEntries(headers),
    length: end ? end.index + end[0].length : text.length,
  };
};

/**
 * The chunks of a chunked body (RFC 9112, 7.1) joined. Many archives keep the header of a body that they have joined
 * already: bytes that do not begin with a chunk size come back as they are, and so does what follows a broken chunk size.
 */
const unchunked = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const feed = bytes.indexOf(10, at);
    const line = bytes.toString('latin1', at, feed < 0 || feed - at > 1000 ? at + 1000 : feed);
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?$/is.exec(line)?.[1];
    if (feed < 0 || size === undefined) {
      if (at === 0) return bytes;
      break;
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(feed + 1, feed + 1 + length));
    at = feed + 1 + length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
  return Buffer.concat(parts);
};

const decoded = (coding: string, bytes: Buffer, maxOutputLength: number): Buffer | undefined => {
  // A body that was cut off still gives what came before the cut.
  const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, options);
    case 'deflate':
      // RFC 9110 means zlib data; servers send them without their wrapping too.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    case 'br':
      return brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
};

/**
 * The body of an answer without transfer and content coding.
 * @param maximumBytes decoded; more is `too-large`
 */
export const readHttpBody = (headers: HttpHead['headers'], body: Buffer, maximumBytes: number): HttpBody => {
  const bytes = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ? unchunked(body) : body;
  const codings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const [coding, ...more] = codings;
  if (bytes.length > maximumBytes) return { ok: false, reason: 'too-large' };
  if (coding === undefined) return { ok: true, bytes };
  // Many archives keep the header of a body that they have decoded already.
  const isPlain = /^(?:\u00EF\u00BB\u00BF)?\s*</.test(bytes.toString('latin1', 0, 100));
  if (isPlain) return { ok: true, bytes };
  // Nested codings are how a few bytes become gigabytes; no honest server needs them.
  if (more.length > 0) return { ok: false, reason: 'bad-coding' };
  try {
    const plain = decoded(coding, bytes, maximumBytes);
    return plain ? { ok: true, bytes: plain } : { ok: false, reason: 'bad-coding' };
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, reason: isTooLarge ? 'too-large' : 'bad-coding' };
  }
};
