export const ROW_FORMATS = ['csv', 'tsv', 'jsonl', 'json'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/**
 * What a column may hold. `position`: longitude and latitude, a comma between them. `thread`: within what an id is unique,
 * such as a channel. `repost`: `yes`, `true` or `1` where the row is somebody else's post passed on.
 */
export const ROW_FIELDS = [
  'text',
  'id',
  'time',
  'author',
  'url',
  'language',
  'title',
  'lat',
  'lon',
  'position',
  'thread',
  'repost',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** Which column holds what; a column not given is guessed from its name. `a.b` reaches into nested JSON. */
export type RowMap = Partial<Record<RowField, string | undefined>>;

/** A row with a text, its fields as written. */
export interface Row extends Partial<Record<Exclude<RowField, 'text'>, string>> {
  /** 1-based, without the header */
  row: number;
  /** 1-based line of the file where the row begins; for JSON the place in the list */
  line: number;
  text: string;
  /** all its columns */
  values: Readonly<Record<string, unknown>>;
}

/** A row that cannot be used. */
export interface BadRow {
  row: number;
  line: number;
  id?: string;
  /** kebab-case, such as `no-text` */
  reason: string;
  /** such as "row 17 has no text in column body" */
  problem: string;
}

/** A record as it stands in the file, before its columns are told apart. */
export type RawRecord =
  | { line: number; values: Readonly<Record<string, unknown>> }
  | { line: number; reason: string; problem: string };
