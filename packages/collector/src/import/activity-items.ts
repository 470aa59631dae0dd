import type { Readable } from 'node:stream';
import { authorHash, type PostCandidate } from '@marsad/records';
import { z } from 'zod';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import { canonicalUrl } from '../steps/canonical-url.js';
import { type ActivityObject, firstAddress, readEntry } from './activity.js';
import { foreignBytes } from './foreign-bytes.js';
import type { ImportItem } from './item.js';
import type { ItemContext } from './item-context.js';
import { jsonlRecords, jsonRecords } from './json-records.js';
import { openText } from './open-text.js';

/** In the collection, or in its first page; deeper down lies the vocabulary. */
const OUTBOX = { keys: ['orderedItems', 'items'], depth: 3 };

const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

const WORDS: Readonly<Record<string, string>> = {
  boost: "passes on somebody else's post",
  'not-public': 'is not addressed to the public',
  'object-not-included': 'names a post that is not in the file',
  'other-object': 'is no text',
  'other-activity': 'is no post',
  'not-an-activity': 'is no Activity Streams object',
};

/** What was written and in which language; of several languages the one the post itself is written in, else the first. */
const contentOf = ({ content, contentMap }: ActivityObject): { content: string; language: string | undefined } => {
  const languages = Object.entries(contentMap ?? {});
  const [language, mapped] = languages.find(([, text]) => text === content) ?? languages[0] ?? [];
  return { content: content || mapped || '', language: content && mapped !== content ? undefined : language };
};

const toCandidate = (
  object: ActivityObject,
  author: string | undefined,
  hash: () => string,
  context: ItemContext,
): PostCandidate => {
  const { content, language } = contentOf(object);
  const isHtml = object.mediaType === null || object.mediaType === undefined || /html/i.test(object.mediaType);
  const text = isHtml ? htmlToText(content) : content;
  const time = object.published ? readTime(object.published) : undefined;
  const hint = languageHint(language) ?? context.language;
  const at = place.safeParse(object.location);
  const written = firstAddress(object.url) ?? object.id ?? undefined;
  const url = written === undefined ? undefined : canonicalUrl(written);
  return {
    sourceId: context.sourceId,
    locator: object.id?.slice(0, 1000) || hash(),
    text: object.summary ? `${object.summary}\n\n${text}` : text,
    ...(url === undefined ? {} : { url }),
    ...(object.name ? { title: object.name } : {}),
    ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
    ...(hint === undefined ? {} : { languageHint: hint }),
    ...(author === undefined ? {} : { authorHandle: author }),
    ...(at.success ? { coordinates: [at.data.longitude, at.data.latitude] } : {}),
    permission: 'file-import',
  };
};

/**
 * The public posts of an Activity Streams 2.0 outbox: the list of a Collection or of its first page, a bare list, or one
 * activity a line. Boosts, private messages and activities other than Create are left out, each with its reason.
 * @throws {InputError} `bad-json` when there is no such list, `cut-off` after what could be read
 */
export async function* activityItems(stream: Readable, context: ItemContext): AsyncGenerator<ImportItem> {
  const text = openText(stream, context.name);
  const isLines = /\.(?:jsonl|ndjson|jsonlines)(?:\.gz)?$/i.test(context.name);
  const records = isLines ? jsonlRecords(text, context.name) : jsonRecords(text, context.name, OUTBOX);
  let number = 0;
  for await (const record of records) {
    number += 1;
    const where = { line: record.line, words: `entry ${number}` };
    if ('reason' in record) {
      const { reason, problem } = record;
      yield { kind: 'bad', place: where, locator: `entry-${number}`, reason, problem };
      continue;
    }
    const hash = (): string => authorHash(context.authorKey, context.sourceId, JSON.stringify(record.values));
    const entry = readEntry(record.values);
    if (entry.kind === 'post') {
      const candidate = toCandidate(entry.object, entry.author, hash, context);
      const foreign = foreignBytes(
        [entry.object.id, entry.object.name, entry.object.summary, contentOf(entry.object).content].join(' '),
      );
      yield foreign === undefined
        ? { kind: 'text', place: where, candidate }
        : {
            kind: 'bad',
            place: where,
            locator: `entry-${number}`,
            reason: 'not-utf-8',
            problem: `entry ${number} ${foreign}`,
          };
    } else {
      const { id, reason } = entry;
      const problem = `entry ${number} ${WORDS[reason] ?? reason}`;
      // Whom a private message or a boost is by goes into no name of it.
      yield { kind: 'bad', place: where, locator: id === undefined ? `entry-${number}` : hash(), reason, problem };
    }
  }
}
