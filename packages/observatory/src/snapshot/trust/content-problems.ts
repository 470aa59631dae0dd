import { SNAPSHOT_FILES } from '@marsad/records';
import { longQuote, personalTraces } from './personal-traces.js';
import { unknownFields } from './unknown-fields.js';

/** Fields of a post: none of them leaves a city, under whatever file. */
const POST_FIELDS = new Set([
  'text',
  'title',
  'url',
  'locator',
  'author',
  'authorHash',
  'authorHandle',
  'contentHash',
  'excerpt',
  'quote',
  'publishedAt',
  'latitude',
  'longitude',
]);
/** A code, a number, a week, a hash of a model; nothing that could be a sentence. */
const CODE = /^[\p{L}\p{N}_.:/+-]{0,64}$/u;

interface Rule {
  /** longest text, in signs */
  longest: number;
  /** only codes, and texts that stand in areas.geojson as ids */
  codesOnly?: boolean;
  /** no field of a post, since people write nothing here */
  made?: boolean;
  /** holds keys and signatures in base64 */
  signed?: boolean;
  /** where e-mail addresses and telephone numbers are those of an office: top fields of the file */
  offices?: readonly string[];
  /** top fields that people write: their texts are held to another rule */
  written?: Readonly<Record<string, Rule>>;
}

const WRITTEN: Rule = { longest: 4000 };

/** What may stand in a file, by the first rule whose path fits. */
const RULES: readonly [RegExp, Rule][] = [
  [/^figures\.json$/, { longest: 64, codesOnly: true, made: true }],
  [/^restricted\/review-sample\.json$/, { longest: 64, codesOnly: true, made: true }],
  // What is contested in a merged snapshot is said in the words of whoever contests it, as in attachments.
  [/^manifest\.json$/, { longest: 300, made: true, written: { contests: WRITTEN } }],
  [/^(?:partner|restricted)\/manifest\.json$/, { longest: 300, made: true }],
  [/^areas\.(?:geojson|topojson)$/, { longest: 300, made: true }],
  [/^profile\.json$/, { longest: 4000, offices: ['contact', 'resources'] }],
  [/^restricted\/lexicons\//, { longest: 1500 }],
  [/^(?:signature|keys\/\d+|hops\/\d+)\.json$/, { longest: 200, signed: true }],
  [/\.json$/, WRITTEN],
];
/** Derived from the other files, so that a reader makes it again. */
const NOT_READ = /^(?:datapackage\.json|manifest\.json\.sha256)$/;
/** Base64 of a fixed length, in signed files: chance can write a telephone number there. */
const KEY_FIELDS = new Set(['public', 'signature']);
/** More say nothing more. */
const MOST = 100;

interface Found {
  path: string;
  rule: Rule;
  ids: ReadonlySet<string>;
  problems: string[];
}

const textProblems = (text: string, { longest, codesOnly }: Rule, ids: ReadonlySet<string>): string[] => {
  // Far too long: what else is in it needs no telling.
  if (text.length > 4 * longest) return [`${text.length} signs, at most ${longest}`];
  const told = [...personalTraces(text)];
  const signs = [...text].length;
  const quote = longQuote(text);
  if (codesOnly && !ids.has(text) && !CODE.test(text)) told.push('words, where only codes may stand');
  else if (signs > longest) told.push(`${signs} signs, at most ${longest}`);
  if (quote !== undefined) told.push(`a quotation of ${quote} signs, which leads to whoever wrote it`);
  return told;
};

/** Deeper than any file of a snapshot; what is deeper is refused, not looked into. */
const DEEPEST = 64;

const walk = (value: unknown, at: string[], found: Found): void => {
  const { path, rule, ids, problems } = found;
  if (problems.length >= MOST) return;
  const where = (field: string): string => `${path}: ${field.slice(0, 80)}`;
  if (at.length > DEEPEST) {
    problems.push(`${path}: more than ${DEEPEST} levels`);
    return;
  }
  if (typeof value === 'string') {
    const [top] = at;
    const isOffice = top !== undefined && rule.offices?.includes(top);
    const isAddress = at.at(-1) === 'url';
    for (const told of textProblems(value, rule, ids))
      if (!((isOffice && /e-mail|telephone/.test(told)) || (isAddress && /profile|codes/.test(told))))
        problems.push(`${where(at.join('.'))}: holds ${told}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      if (rule.made && POST_FIELDS.has(key)) problems.push(`${where([...at, key].join('.'))}: is a field of a post`);
      if (rule.codesOnly && !ids.has(key) && !CODE.test(key))
        problems.push(`${where(at.join('.'))}: a field's name holds words, where only codes may stand`);
      for (const told of personalTraces(key)) problems.push(`${where(at.join('.'))}: a field's name holds ${told}`);
    }
    const written = at.length === 0 ? rule.written?.[key] : undefined;
    if (!rule.signed || !KEY_FIELDS.has(key)) walk(field, [...at, key], written ? { ...found, rule: written } : found);
  }
};

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Ids of areas: chosen by the city, so they may have spaces. */
const areaIds = (files: ReadonlyMap<string, Uint8Array>): Set<string> => {
  const bytes = files.get(SNAPSHOT_FILES.areas);
  const collection = bytes && (jsonOf(bytes) as { features?: unknown } | null | undefined);
  const features: unknown[] = Array.isArray(collection?.features) ? collection.features : [];
  return new Set(
    features.flatMap((feature) =>
      typeof feature === 'object' && feature !== null && 'id' in feature && typeof feature.id === 'string'
        ? [feature.id]
        : [],
    ),
  );
};

/**
 * What a genuine snapshot says that it must not, in sentences that name the file and the field and never repeat the text:
 * e-mail addresses, telephone numbers, names of users, links to profiles, fields of posts, words where only codes may
 * stand, texts and quotations that are too long, hidden signs. A signature says who wrote it; this asks what.
 * @param files path → bytes of a snapshot
 */
export const contentProblems = (files: ReadonlyMap<string, Uint8Array>): string[] => {
  const problems: string[] = [];
  const ids = areaIds(files);
  for (const [path, bytes] of files) {
    if (NOT_READ.test(path)) continue;
    const rule = RULES.find(([pattern]) => pattern.test(path))?.[1];
    if (rule) {
      const value = jsonOf(bytes);
      if (value === undefined) problems.push(`${path}: is not JSON`);
      else {
        walk(value, [], { path, rule, ids, problems });
        problems.push(...unknownFields(path, value).map((field) => `${path}: ${field} is no field of this format`));
      }
      continue;
    }
    let line = 0;
    for (const text of new TextDecoder().decode(bytes).split('\n')) {
      line += 1;
      if (problems.length >= MOST) break;
      for (const told of personalTraces(text.replace(/\r$/, ''))) problems.push(`${path}: line ${line} holds ${told}`);
    }
  }
  return problems;
};
