import { type Markup, markup } from '../../site/markup.js';
import type { ForumPost } from '../read-content.js';
import type { Thread } from './forum-threads.js';

/** Every fourth post of a thread quotes the one before it, as readers of long threads do. */
const QUOTES_EVERY = 4;
const QUOTED_CHARACTERS = 160;

const SIGNATURES = [
  'Sent from my fishing boat',
  'Opinions are my own, the typos are the keyboard’s',
  'المنار في القلب',
  'Najm till I die ⚽',
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const shownDate = (date: string): string =>
  `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}, ${date.slice(11, 16)}`;

const quoteOf = (post: ForumPost): Markup => {
  const characters = [...post.text];
  const text = characters.slice(0, QUOTED_CHARACTERS).join('');
  return markup`<blockquote><cite>${post.author} wrote:</cite> ${text}${characters.length > QUOTED_CHARACTERS ? '…' : ''}</blockquote>
`;
};

const paragraphs = (text: string): Markup[] =>
  text
    .split(/\n{2,}/)
    .map((part) => markup`<p>${part.split('\n').map((line, i) => (i === 0 ? line : markup`<br>${line}`))}</p>\n`);

/** One post as it stands on a thread page; `index` counts from the beginning of the thread. */
export const forumPost = (post: ForumPost, index: number, thread: Thread, page: number): Markup => {
  const previous = index % QUOTES_EVERY === QUOTES_EVERY - 1 ? thread.posts[index - 1] : undefined;
  const signature = Number(post.id) % 3 === 0 ? SIGNATURES[Number(post.id) % SIGNATURES.length] : undefined;
  return markup`<article class="post" id="post-${post.id}">
<div class="post-head"><a class="author" href="/u/${encodeURIComponent(post.author)}">${post.author}</a> <span class="rank">Member</span>
<a class="permalink" href="/t/${post.thread}?page=${page}#post-${post.id}">#${index + 1}</a> <time datetime="${post.date}">${shownDate(post.date)}</time></div>
<div class="body">
${previous ? quoteOf(previous) : ''}${paragraphs(post.text)}</div>
${signature === undefined ? '' : markup`<div class="signature">${signature}</div>\n`}<div class="post-tools"><a href="/report?post=${post.id}" rel="nofollow">Report</a> <button>Quote</button></div>
</article>
`;
};
