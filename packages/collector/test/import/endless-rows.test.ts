import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readRows } from '../../src/import/read-rows.js';
import { gathered } from './support/here-and-now.js';

const first = ['id,text', 'a,words'];
const MEGABYTE = 'x'.repeat(1_000_000);

/** Megabytes asked for. */
let asked = 0;

/** Far more than any cap allows, given out as it is asked for. */
function* endless(head: string): Generator<Buffer> {
  yield Buffer.from(head);
  for (let megabytes = 0; megabytes < 200; megabytes += 1) {
    asked = megabytes;
    yield Buffer.from(MEGABYTE);
  }
}
it.each([
  ['csv', 'a quote that is never closed', `${first.join('\n')}\nb,"`, 5],
  ['tsv', 'a field', `${first.join('\n').replaceAll(',', '\t')}\nb\t`, 5],
  ['jsonl', 'a line', '{"id":"a","text":"words"}\n{"text":"', 15],
  ['json', 'an element of a list', '[{"id":"a","text":"words"},{"text":"', 15],
] as const)('in %s %s without end is left at the cap', async (format, _what, head, most) => {
  asked = 0;
  const { items, error } = await gathered(readRows(Readable.from(endless(head)), { format, name: 'rows' }));
  expect(items.length).toBeLessThanOrEqual(1);
  expect(error).toMatchObject({ name: 'InputError' });
  expect(asked).toBeLessThan(most);
});
