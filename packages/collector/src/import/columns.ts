import { InputError } from '@marsad/records';
import { ROW_FIELDS, type RowField, type RowMap } from './row.js';

const GUESSES: Readonly<Record<RowField, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'full_text',
    'message',
    'tweet',
    'comment',
    'post',
    'texte',
    'contenu',
    'النص',
    'نص',
  ],
  id: ['id', 'id_str', 'post_id', 'tweet_id', 'comment_id'],
  // 4CAT writes `timestamp` in the time zone of its server; `unix_timestamp` beside it is unambiguous.
  time: [
    'unix_timestamp',
    'created_at',
    'time',
    'date',
    'timestamp',
    'published_at',
    'publishedat',
    'datetime',
    'created',
    'published',
  ],
  author: ['author', 'username', 'user_name', 'screen_name', 'user', 'handle'],
  url: ['url', 'link', 'permalink', 'post_url'],
  language: ['language', 'lang', 'language_guess'],
  title: ['title', 'headline', 'subject'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  position: ['long_lat'],
  thread: ['thread_id'],
  repost: ['is_retweet', 'is_repost', 'is_boost'],
};

/** The value of a column, or of a path such as `user.name` into nested JSON. */
export const columnValue = (values: Readonly<Record<string, unknown>>, column: string): unknown => {
  if (Object.hasOwn(values, column)) return values[column];
  let value: unknown = values;
  for (const part of column.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Object.entries(value).find(([key]) => key === part)?.[1];
  }
  return value;
};

/** Names as they may stand in a message: of a file that is no table, not its bytes. */
const readable = (names: string): string => {
  const replaced = names.replaceAll(/\p{C}/gu, '\ufffd');
  const [letters, lost] = [[...replaced].length, replaced.split('\ufffd').length - 1];
  return lost * 4 > letters ? 'no readable text: is this a table in UTF-8?' : replaced;
};

/**
 * Which column holds what: what `map` says, else the first column with a usual name.
 * @param columns names of the columns, in file order
 * @param has whether a column (or path) is there
 * @throws {InputError} `no-such-column` when a mapped column is missing, `no-text-column` when none can be guessed; both
 *   list the columns there are
 */
export const resolveColumns = (
  map: RowMap,
  columns: readonly string[],
  has: (column: string) => boolean,
  name: string,
): RowMap => {
  const listed = columns.length === 0 ? 'it has none' : readable(columns.slice(0, 50).join(', '));
  const resolved: RowMap = {};
  for (const field of ROW_FIELDS) {
    const wanted = map[field];
    if (wanted !== undefined && !has(wanted)) {
      throw new InputError(
        'no-such-column',
        `${name}: expected the column ${wanted} for ${field}, but the columns are: ${listed}`,
        {
          remedy: `Name the right column: --map ${field}=COLUMN.`,
        },
      );
    }
    const found =
      wanted ??
      GUESSES[field]
        .map((guess) => columns.find((column) => column.toLowerCase() === guess))
        .find((column) => column !== undefined);
    if (found !== undefined) resolved[field] = found;
  }
  if (resolved.text === undefined) {
    throw new InputError(
      'no-text-column',
      `${name}: cannot tell which column holds the text; the columns are: ${listed}`,
      {
        remedy: 'Name it: --map text=COLUMN.',
      },
    );
  }
  return resolved;
};
