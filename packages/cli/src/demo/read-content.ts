import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@marsad/records';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens');
const date = z.iso.datetime();
const paragraphs = z.array(z.string().min(1)).min(1);

const newsArticle = z.strictObject({
  id: z.string().min(1),
  slug,
  date,
  title: z.string().min(1),
  section: z.string().min(1),
  paragraphs,
});
export type NewsArticle = z.infer<typeof newsArticle>;

const gazetteArticle = z.strictObject({ id: z.string().min(1), slug, date, title: z.string().min(1), paragraphs });
export type GazetteArticle = z.infer<typeof gazetteArticle>;

const forumPost = z.strictObject({
  id: z.string().regex(/^\d+$/, 'expected digits'),
  thread: slug,
  threadTitle: z.string().min(1),
  board: slug,
  author: z.string().min(1),
  date,
  text: z.string().min(1),
});
export type ForumPost = z.infer<typeof forumPost>;

const socialStatus = z.strictObject({
  id: z.string().regex(/^\d+$/, 'expected digits'),
  account: z.string().regex(/^\w+$/, 'expected an account name without @'),
  displayName: z.string().min(1),
  date,
  text: z.string().min(1),
  /** ISO 639-1 or 639-3 code, as the writer set it; null when unset */
  lang: z.string().nullable(),
  /** this account passes on what the text says, written by another */
  boost: z.literal(true).optional(),
});
export type SocialStatus = z.infer<typeof socialStatus>;

/** Everything that the sites of the demo have to say. */
export interface WebContent {
  akhbar: NewsArticle[];
  gazette: GazetteArticle[];
  forum: ForumPost[];
  social: SocialStatus[];
}

const readLines = async <T>(folder: string, name: string, shape: z.ZodType<T>): Promise<T[]> => {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError('demo-content-missing', `expected the demo's content at ${file}, but it cannot be read`, {
      cause,
      remedy: 'The demo needs the folder fixtures/al-manar of the repository.',
    });
  });
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new InputError('demo-content-invalid', `${file}:${i + 1}: expected one JSON object a line`, { cause });
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) return [parsed.data];
    throw new InputError('demo-content-invalid', `${file}:${i + 1}: ${z.prettifyError(parsed.error)}`);
  });
};

/**
 * Reads the content of the demo's public web: one JSON Lines file a site, in `folder`/web.
 * @throws InputError naming file and line
 */
export const readContent = async (folder: string): Promise<WebContent> => {
  const web = join(folder, 'web');
  const [akhbar, gazette, forum, social] = await Promise.all([
    readLines(web, 'akhbar.jsonl', newsArticle),
    readLines(web, 'gazette.jsonl', gazetteArticle),
    readLines(web, 'forum.jsonl', forumPost),
    readLines(web, 'social.jsonl', socialStatus),
  ]);
  return { akhbar, gazette, forum, social };
};
