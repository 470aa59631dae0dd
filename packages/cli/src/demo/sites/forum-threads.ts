import type { ForumPost } from '../read-content.js';

export const POSTS_PER_PAGE = 8;

/** One thread with its posts in the order of writing. */
export interface Thread {
  slug: string;
  title: string;
  board: string;
  posts: readonly ForumPost[];
  /** how many pages it fills */
  pages: number;
}

const earlier = (a: ForumPost, b: ForumPost): number =>
  a.date === b.date ? Number(a.id) - Number(b.id) : a.date < b.date ? -1 : 1;

/** The posts gathered into threads; the thread that was written in last comes first. */
export const groupThreads = (content: readonly ForumPost[]): Thread[] => {
  const bySlug = new Map<string, ForumPost[]>();
  for (const post of content) bySlug.set(post.thread, [...(bySlug.get(post.thread) ?? []), post]);
  const threads = [...bySlug].flatMap(([slug, unsorted]) => {
    const posts = unsorted.toSorted(earlier);
    const first = posts[0];
    if (!first) return [];
    return [
      { slug, title: first.threadTitle, board: first.board, posts, pages: Math.ceil(posts.length / POSTS_PER_PAGE) },
    ];
  });
  const lastDate = (thread: Thread): string => thread.posts.at(-1)?.date ?? '';
  return threads.toSorted((a, b) =>
    lastDate(a) === lastDate(b) ? a.slug.localeCompare(b.slug, 'en') : lastDate(a) < lastDate(b) ? 1 : -1,
  );
};
