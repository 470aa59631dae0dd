import { type Markup, markup } from '../../site/markup.js';
import { forumPost } from './forum-post.js';
import { POSTS_PER_PAGE, type Thread } from './forum-threads.js';

const ONLINE = markup`<aside class="online-users"><h3>Who is online</h3><p>3 members and 11 guests: <a href="/u/mouss_tram">mouss_tram</a>, <a href="/u/lina_maps">lina_maps</a>, <a href="/u/old_tram_7">old_tram_7</a></p><p>Most users ever online was 214 on match day.</p></aside>`;

const framed = (title: string, main: Markup): Markup => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} - Forum Al-Manar</title>
</head>
<body>
<header><a href="/">Forum Al-Manar</a> <a href="/login">Log in</a> <a href="/register">Register</a></header>
<main>
${main}</main>
${ONLINE}
<footer>Be kind. All times are UTC. <a href="/rules">Rules</a></footer>
</body>
</html>
`;

/** `1 2 3`, the links to all pages of a thread. */
const pageLinks = (thread: Thread): Markup[] =>
  Array.from({ length: thread.pages }, (_, i) => markup`<a href="/t/${thread.slug}?page=${i + 1}">${i + 1}</a> `);

/** The list of boards. */
export const homePage = (boards: readonly string[], threads: readonly Thread[]): Markup =>
  framed(
    'Boards',
    markup`<h1>Boards</h1>
<ul class="boards">
${boards.map((board) => {
  const count = threads.filter((thread) => thread.board === board).length;
  return markup`<li><a href="/f/${board}">${board}</a> <span>${count} threads</span></li>\n`;
})}</ul>
`,
  );

/** The threads of one board, the liveliest first. */
export const boardPage = (board: string, threads: readonly Thread[]): Markup =>
  framed(
    board,
    markup`<h1>${board}</h1>
<ul class="threads">
${threads
  .filter((thread) => thread.board === board)
  .map(
    (thread) =>
      markup`<li><a href="/t/${thread.slug}?page=1">${thread.title}</a> <span>${thread.posts.length - 1} replies</span> <span class="pages">${pageLinks(thread)}</span></li>\n`,
  )}</ul>
`,
  );

/** One page of a thread. */
export const threadPage = (thread: Thread, page: number): Markup => {
  const start = (page - 1) * POSTS_PER_PAGE;
  const posts = thread.posts.slice(start, start + POSTS_PER_PAGE);
  const next = page < thread.pages ? markup`<a rel="next" href="/t/${thread.slug}?page=${page + 1}">Next</a>` : '';
  return framed(
    thread.title,
    markup`<div class="breadcrumb"><a href="/">Boards</a> › <a href="/f/${thread.board}">${thread.board}</a></div>
<h1>${thread.title}</h1>
<div class="pagination">${pageLinks(thread)}${next}</div>
${posts.map((post, i) => forumPost(post, start + i, thread, page))}<div class="pagination">${pageLinks(thread)}${next}</div>
<form class="quick-reply"><textarea placeholder="Log in to reply"></textarea></form>
`,
  );
};

/** A member's page: robots.txt keeps it out of bounds. */
export const profilePage = (author: string): Markup =>
  framed(author, markup`<h1>${author}</h1><p>Member of the forum.</p>\n`);
