import { z } from 'zod';
import type { RawFeed, RawItem, RawText } from './feed.js';

const text = z.string().optional().catch(undefined);
const author = z.object({ name: text }).optional().catch(undefined);
const item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author,
  authors: z.array(author).optional().catch(undefined),
});
const feed = z.object({
  version: text,
  title: text,
  items: z.array(z.unknown()).optional(),
});

const texts = (value: string | undefined, form: RawText['form']): RawText[] =>
  value === undefined ? [] : [{ value, form }];
const present = (values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined);

const toItem = (read: z.infer<typeof item>, base: string | undefined): RawItem => {
  const links = present([read.url, read.external_url, /^https?:\/\//i.test(read.id ?? '') ? read.id : undefined]);
  return {
    id: read.id,
    links: links.map((href) => ({ href, base })),
    titles: texts(read.title, 'plain'),
    texts: [...texts(read.content_html, 'html'), ...texts(read.content_text, 'plain'), ...texts(read.summary, 'plain')],
    times: present([read.date_published, read.date_modified]),
    author: [...(read.authors ?? []), read.author].map((one) => one?.name).find((name) => name !== undefined),
  };
};

/**
 * Reads a JSON Feed, 1.0 or 1.1: a field of the wrong type counts as missing.
 * @param url address of the feed
 * @returns undefined when it is no JSON Feed
 */
export const readJsonFeed = (json: string, url: string | undefined): RawFeed | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const read = feed.safeParse(value).data;
  const items = (read?.items ?? []).map((one) => item.safeParse(one).data).filter((one) => one !== undefined);
  const isDeclared = /jsonfeed/i.test(read?.version ?? '');
  const looksSo = items.some(
    (one) => one.content_html !== undefined || one.content_text !== undefined || one.url !== undefined,
  );
  if (!isDeclared && !looksSo) return undefined;
  return {
    kind: 'json',
    title: read?.title === undefined ? undefined : { value: read.title, form: 'plain' },
    items: items.map((one) => toItem(one, url)),
  };
};
