import { gzipSync } from 'node:zlib';

/** One record to be written. */
export interface WrittenRecord {
  type: string;
  uri?: string;
  block: string | Uint8Array;
  fields?: Record<string, string>;
}

/** One record as ISO 28500 has it. */
export const warcRecord = ({ type, uri, block, fields = {} }: WrittenRecord): Buffer => {
  const bytes = Buffer.from(block);
  const header = {
    'WARC-Type': type,
    ...(uri === undefined ? {} : { 'WARC-Target-URI': uri }),
    'WARC-Date': '2026-04-01T10:00:00Z',
    'Content-Length': String(bytes.length),
    ...fields,
  };
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
};

/** An HTTP answer as it goes over the wire. */
export const httpAnswer = (
  body: string | Uint8Array,
  headers: Record<string, string> = { 'Content-Type': 'text/html; charset=utf-8' },
  status = '200 OK',
): Buffer => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)]);
};

/** A page with so many words that extraction finds an article in it. */
export const pageOf = (title: string, text: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body><nav>menu</nav><article><h1>${title}</h1>${`<p>${text}</p>`.repeat(3)}</article></body></html>`;

/** A response record that holds a page. */
export const pageRecord = (uri: string, html: string): Buffer =>
  warcRecord({
    type: 'response',
    uri,
    block: httpAnswer(html),
    fields: { 'Content-Type': 'application/http; msgtype=response' },
  });

/** Each record a gzip member of its own, as crawlers write them. */
export const packedWarc = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));
