import { constants, gunzipSync } from 'node:zlib';

export const FILE_FORMATS = ['csv', 'tsv', 'jsonl', 'json', 'activity-streams', 'html', 'warc', 'wacz'] as const;
/** How a file is written; gzip around it does not count. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** So many bytes of a file tell its format. */
export const HEAD_BYTES = 4096;

const ENDINGS: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.csv$/i, 'csv'],
  [/\.(?:tsv|tab)$/i, 'tsv'],
  [/\.(?:jsonl|ndjson|jsonlines)$/i, 'jsonl'],
  [/\.json$/i, 'json'],
  [/\.[xs]?html?$/i, 'html'],
  [/\.warc$/i, 'warc'],
  [/\.wacz$/i, 'wacz'],
];

const unpacked = (head: Uint8Array): Uint8Array => {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 24 });
  } catch {
    return new Uint8Array();
  }
};

const ACTIVITY_STREAMS = /www\.w3\.org\/ns\/activitystreams|"type"\s*:\s*"(?:Ordered)?Collection(?:Page)?"/;

/** In a folder only files that are plainly one of these are read without an ending that says so. */
const TELLING: readonly FileFormat[] = ['html', 'warc', 'wacz', 'activity-streams'];

/** The format that the ending of a name tells, `.gz` passed over. */
export const formatByName = (name: string): FileFormat | undefined => {
  const bare = name.replace(/\.gz$/i, '');
  return ENDINGS.find(([ending]) => ending.test(bare))?.[1];
};

/**
 * The format of a file by its name, else by how it begins; undefined when neither tells.
 * @param head its first bytes, gzip or not
 */
export const formatOf = (name: string, head: Uint8Array): FileFormat | undefined => {
  const text = new TextDecoder().decode(unpacked(head)).slice(0, HEAD_BYTES);
  const byName = formatByName(name);
  const isJson = byName === undefined ? /^\s*[[{]/.test(text) : byName === 'json' || byName === 'jsonl';
  if (isJson && ACTIVITY_STREAMS.test(text)) return 'activity-streams';
  if (byName) return byName;
  if (text.startsWith('PK\u0003\u0004')) return 'wacz';
  if (/^WARC\/\d/.test(text)) return 'warc';
  if (/^\s*(?:<!--[^>]*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return 'html';
  if (!isJson) return undefined;
  return text.trimStart().startsWith('[') ? 'json' : 'jsonl';
};

/**
 * What to read a file as, or why not (kebab-case). A file named by the user is read as he says, as it looks, or as CSV; in
 * a folder lie other files too, and `format` leaves out those that look like something else.
 */
export const formatToRead = (
  entry: { name: string; inFolder: boolean },
  head: Uint8Array,
  format: FileFormat | undefined,
): { format: FileFormat } | { reason: string } => {
  const found = formatOf(entry.name, head);
  if (!entry.inFolder) return { format: format ?? found ?? 'csv' };
  if (found === undefined || !(TELLING.includes(found) || formatByName(entry.name)))
    return { reason: 'unknown-format' };
  if (format === undefined || format === found) return { format: found };
  // Not every outbox names its vocabulary at its begin.
  const isOutbox = format === 'activity-streams' && (found === 'json' || found === 'jsonl');
  return isOutbox ? { format } : { reason: 'other-format' };
};
