import { z } from 'zod';

const words = z.union([z.string(), z.array(z.string())]);
const anything = z.unknown().optional();

/** The parts of an object (a post) that are read; https://www.w3.org/TR/activitystreams-vocabulary/ */
const activityObject = z.object({
  type: words,
  id: z.string().nullish(),
  name: z.string().nullish(),
  /** a content warning, in what people post */
  summary: z.string().nullish(),
  content: z.string().nullish(),
  contentMap: z.record(z.string(), z.string()).nullish(),
  mediaType: z.string().nullish(),
  published: z.string().nullish(),
  url: anything,
  attributedTo: anything,
  location: anything,
  to: anything,
  cc: anything,
});
export type ActivityObject = z.infer<typeof activityObject>;

const activity = z.object({
  type: words,
  id: z.string().nullish(),
  actor: anything,
  object: anything,
  to: anything,
  cc: anything,
});

/** A post in an outbox with who wrote it, or why an entry is none (kebab-case). */
export type Entry =
  | { kind: 'post'; object: ActivityObject; author: string | undefined }
  | { kind: 'other'; id: string | undefined; reason: string };

const TEXTS = ['Note', 'Article', 'Page', 'Question'];
const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'];

const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The first address in a value that may be an address, an object with one, or a list of these. */
export const firstAddress = (value: unknown): string | undefined => {
  for (const one of listed(value)) {
    if (typeof one === 'string' && one !== '') return one;
    if (typeof one !== 'object' || one === null) continue;
    if ('href' in one && typeof one.href === 'string') return one.href;
    if ('id' in one && typeof one.id === 'string') return one.id;
  }
  return undefined;
};

const has = (type: string | string[], ...names: string[]): boolean =>
  listed(type).some((one) => names.some((name) => name === one));

/** Whether an object was addressed, and to nobody but chosen people: outboxes hold private messages too. */
const isPrivate = (...objects: readonly { to?: unknown; cc?: unknown }[]): boolean => {
  const addressed = objects.flatMap(({ to, cc }) => [...listed(to), ...listed(cc)]);
  return addressed.length > 0 && !addressed.some((one) => PUBLIC.some((name) => name === firstAddress(one)));
};

/** Reads one entry of an outbox: an activity, or a post by itself. */
export const readEntry = (value: unknown): Entry => {
  const parsed = activity.safeParse(value);
  if (!parsed.success) return { kind: 'other', id: undefined, reason: 'not-an-activity' };
  const id = parsed.data.id ?? undefined;
  const other = (reason: string): Entry => ({ kind: 'other', id, reason });
  const { type, actor } = parsed.data;
  // A boost is somebody else's post passed on: it is counted where it was written.
  if (has(type, 'Announce')) return other('boost');
  const isActivity = has(type, 'Create');
  if (!isActivity && !has(type, ...TEXTS)) return other('other-activity');
  const inner: unknown = isActivity ? parsed.data.object : value;
  if (typeof inner === 'string') return other('object-not-included');
  const object = activityObject.safeParse(inner);
  if (!object.success) return other('not-an-activity');
  if (!has(object.data.type, ...TEXTS)) return other('other-object');
  if (isPrivate(object.data, ...(isActivity ? [parsed.data] : []))) return other('not-public');
  return {
    kind: 'post',
    object: object.data,
    author: firstAddress(object.data.attributedTo) ?? (isActivity ? firstAddress(actor) : undefined),
  };
};
