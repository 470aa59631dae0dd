import type { ForumPost } from '../read-content.js';
import { found, HTML, movedTo, notFound, PLAIN, type Site } from '../site.js';
import { unlessKnown } from '../unless-known.js';
import { boardPage, homePage, profilePage, threadPage } from './forum-pages.js';
import { groupThreads, POSTS_PER_PAGE } from './forum-threads.js';

const HOST = 'forum.al-manar.test';
const ROBOTS = 'User-agent: *\nDisallow: /admin/\nDisallow: /u/\nDisallow: /report\n';

/** The forum: boards, threads of eight posts a page, members' pages that nobody should read. */
export const openForum = (content: readonly ForumPost[]): Site => {
  const threads = groupThreads(content);
  const boards = [...new Set(threads.map((thread) => thread.board))].toSorted();
  const authors = new Map(content.map(({ author }) => [encodeURIComponent(author), author]));
  const newest = threads[0]?.posts.at(-1)?.date ?? '2026-03-30T00:00:00Z';
  return {
    hostname: HOST,
    answer: (url, headers) => {
      if (url.pathname === '/robots.txt') return found(PLAIN, ROBOTS);
      if (url.pathname === '/') return unlessKnown(found(HTML, homePage(boards, threads).text), newest, headers);
      const [, kind, name = ''] = /^\/([ftu])\/([^/]+)$/.exec(url.pathname) ?? [];
      if (kind === 'f' && boards.includes(name)) {
        return unlessKnown(found(HTML, boardPage(name, threads).text), newest, headers);
      }
      const member = kind === 'u' ? authors.get(name) : undefined;
      if (member !== undefined) return found(HTML, profilePage(member).text);
      const thread = kind === 't' ? threads.find(({ slug }) => slug === name) : undefined;
      if (!thread) return notFound();
      const asked = url.searchParams.get('page');
      // One address a page: without a number it is the first.
      if (asked === null) return movedTo(`http://${HOST}/t/${name}?page=1`);
      const page = Number(asked);
      if (!Number.isInteger(page) || page < 1 || page > thread.pages) return notFound();
      const posts = thread.posts.slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE);
      return unlessKnown(found(HTML, threadPage(thread, page).text), posts.at(-1)?.date ?? newest, headers);
    },
  };
};
