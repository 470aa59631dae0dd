import type { Readable } from 'node:stream';
import { authorHash, contentId, type PostCandidate } from '@marsad/records';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { readRows } from './read-rows.js';
import type { Row, RowFormat } from './row.js';

/** What exporters write in place of an author they took out: not a name that many posts share. */
const NOBODY = /^(?:redacted|anonymous|anon|unknown|deleted|\[deleted\]|\[removed\]|n\/a|none|null|-+)$/i;

const coordinatesOf = (row: Row): [number, number] | undefined => {
  const [inOne = [], lonWritten = inOne[0], latWritten = inOne[1]] = [row.position?.split(','), row.lon, row.lat];
  if (lonWritten === undefined || latWritten === undefined) return undefined;
  const [lon, lat] = [Number(lonWritten), Number(latWritten)];
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  // 0, 0 is what programs write for "not known".
  return isOnEarth && !(lon === 0 && lat === 0) ? [lon, lat] : undefined;
};

const locatorOf = (row: Row, { sourceId, authorKey }: ItemContext): string => {
  // The whole row goes into the name of a row without an id, its author too: hence with the key.
  if (row.id === undefined) return authorHash(authorKey, sourceId, contentId('row', JSON.stringify(row.values)));
  // Ids of Telegram and of message boards begin again in every channel or thread.
  const id = row.thread === undefined || row.thread === row.id ? row.id : `${row.thread}/${row.id}`;
  return id.slice(0, 1000);
};

const toCandidate = (row: Row, context: ItemContext): PostCandidate => {
  const time = row.time === undefined ? undefined : readTime(row.time);
  const hint = languageHint(row.language) ?? context.language;
  const coordinates = coordinatesOf(row);
  const hasAuthor = row.author !== undefined && !NOBODY.test(row.author);
  return {
    sourceId: context.sourceId,
    locator: locatorOf(row, context),
    text: row.text,
    ...(row.url === undefined ? {} : { url: row.url }),
    ...(row.title === undefined ? {} : { title: row.title }),
    ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
    ...(hint === undefined ? {} : { languageHint: hint }),
    ...(hasAuthor && row.author !== undefined ? { authorHandle: row.author } : {}),
    ...(coordinates ? { coordinates } : {}),
    permission: 'file-import',
  };
};

/**
 * The texts of a file of rows, of whatever tool: columns are told by their names (4CAT's among them) or by `map`.
 * @throws {InputError} as `readRows` does
 */
export async function* rowItems(
  stream: Readable,
  format: RowFormat | undefined,
  context: ItemContext,
): AsyncGenerator<ImportItem> {
  for await (const row of readRows(stream, { name: context.name, format, map: context.map })) {
    const place = { line: row.line, words: `row ${row.row}` };
    if ('problem' in row) {
      yield { kind: 'bad', place, locator: row.id ?? `row-${row.row}`, reason: row.reason, problem: row.problem };
    } else if (row.repost !== undefined && /^(?:yes|true|1)$/i.test(row.repost)) {
      // Counted where it was written.
      const locator = locatorOf(row, context);
      yield { kind: 'bad', place, locator, reason: 'boost', problem: `row ${row.row} passes on somebody else's post` };
    } else yield { kind: 'text', place, candidate: toCandidate(row, context) };
  }
}
