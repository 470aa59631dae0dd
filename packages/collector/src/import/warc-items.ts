import { InputError } from '@marsad/records';
import { redactAddress } from '../redact/redact-address.js';
import { canonicalUrl } from '../steps/canonical-url.js';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { MAXIMUM_PAGE_BYTES, readPage } from './read-page.js';
import { readHttpBody, readHttpHead } from './warc/http-message.js';
import { type WarcRecord, warcRecords } from './warc/warc-records.js';

const HEAD_BYTES = 65_536;
/** As they are stored, packed or in chunks. */
const MAXIMUM_RECORD_BYTES = 16 * 2 ** 20;

const KNOWN_TYPES = /^(?:warcinfo|request|resource|metadata|revisit|conversion|continuation)$/;

const passedOver = (reason: string): ImportItem => ({ kind: 'passed-over', reason });

/** What a response holds; undefined when the data end within it. */
const readResponse = async (record: WarcRecord, context: ItemContext): Promise<ImportItem | undefined> => {
  const place = { line: record.number, words: `record ${record.number}` };
  const target = record.fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? '';
  const url = canonicalUrl(target);
  if (url === undefined) return passedOver('not-http');
  const start = await record.take(HEAD_BYTES);
  const head = readHttpHead(start);
  if (!head) return passedOver('not-http');
  if (head.status < 200 || head.status > 299) return passedOver(`http-${head.status}`);
  const contentType = head.headers['content-type'];
  // A page without a type is found out by what it holds.
  if (contentType !== undefined && !/html/i.test(contentType)) return passedOver('not-html');
  const bad = (reason: string, words: string): ImportItem => {
    const problem = `record ${record.number} (${redactAddress(url)}) ${words}`;
    return { kind: 'bad', place, locator: url, reason, problem };
  };
  if (record.length > MAXIMUM_RECORD_BYTES) return bad('too-large', `is longer than ${MAXIMUM_RECORD_BYTES} bytes`);
  const rest = await record.take(MAXIMUM_RECORD_BYTES);
  if (start.length + rest.length < record.length) return undefined;
  const body = readHttpBody(head.headers, Buffer.concat([start.subarray(head.length), rest]), MAXIMUM_PAGE_BYTES);
  if (!body.ok) {
    return bad(
      body.reason,
      body.reason === 'too-large'
        ? `is longer than ${MAXIMUM_PAGE_BYTES} bytes when unpacked`
        : `is packed as ${head.headers['content-encoding']}, which cannot be read`,
    );
  }
  if (
    contentType === undefined &&
    !/^\s*<(?:!doctype|html|head|body)/i.test(Buffer.from(body.bytes).toString('latin1', 0, 1000))
  )
    return passedOver('not-html');
  return { kind: 'text', place, candidate: readPage({ bytes: body.bytes, contentType, url, locator: url }, context) };
};

/**
 * The pages of a web archive: response records with HTML that was answered with success, under their addresses. All other
 * records are counted by what they are.
 * @param chunks unpacked bytes
 * @throws {InputError} `bad-warc` when there is no record at all, `cut-off` after what could be read
 */
export async function* warcItems(chunks: AsyncIterable<Uint8Array>, context: ItemContext): AsyncGenerator<ImportItem> {
  let records = 0;
  let isReading = false;
  try {
    for await (const record of warcRecords(chunks, context.name)) {
      if ('problem' in record) {
        yield passedOver('broken-record');
        continue;
      }
      records += 1;
      const type = (record.fields.get('warc-type') ?? '').toLowerCase();
      if (type !== 'response') {
        yield passedOver(KNOWN_TYPES.test(type) ? `warc-${type}` : 'warc-other');
        continue;
      }
      isReading = true;
      const item = await readResponse(record, context);
      if (!item) continue;
      isReading = false;
      yield item;
    }
  } catch (error) {
    if (isReading) yield passedOver('cut-off');
    throw error;
  }
  if (records > 0) return;
  throw new InputError('bad-warc', `${context.name}: expected the records of a web archive (WARC), found none`);
}
