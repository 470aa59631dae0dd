import type { FrontierEntry, PostCandidate } from '@marsad/records';
import { z } from 'zod';
import { htmlToText } from '../extract/html-to-text.js';
import { languageHint } from '../extract/language-hint.js';
import { readTime } from '../extract/read-time.js';
import type { DiscourseSource } from './discourse.js';
import {
  type ForumPost,
  forumPost,
  listedTopic,
  REGULAR_POST,
  somePosts,
  topic,
  topicList,
} from './discourse-answers.js';
import { parseJson, readJson, unreadableItem } from './json-answer.js';
import { addressWithoutFragment, openNewestFirst } from './newest-first.js';
import type { Lead, ReadableAnswer, ReaderContext, Reading, SourceReader } from './source-reader.js';
import { withoutQuotes } from './without-quotes.js';

/** Topics on a page of the list, and posts that Discourse's own client asks for at once. */
const TOPICS_ON_PAGE = 30;
const POSTS_AT_ONCE = 20;

const refusal = z.object({ errors: z.array(z.string()).nullish(), error_type: z.string().nullish() });

/** Why a post is not a text that somebody wrote and that still stands. */
const reasonToLeaveOut = (post: ForumPost): string | undefined => {
  if (post.post_type !== REGULAR_POST) return 'forum-action';
  if (post.user_deleted || post.deleted_at) return 'deleted';
  return post.hidden ? 'hidden' : undefined;
};

/** Reads a forum: its list of topics from the one last written in backwards, and of each topic all posts. */
export const discourseReader = (source: DiscourseSource, context: ReaderContext): SourceReader => {
  const { origin, pathname } = new URL(source.instance);
  const root = `${origin}${pathname.replace(/\/+$/, '')}`;
  const walk = openNewestFirst(source.id, context.ledger, {
    maximumPages: Math.ceil(source.maximumTopics / TOPICS_ON_PAGE),
  });

  const readList = async (document: FrontierEntry, answer: ReadableAnswer): Promise<Reading> => {
    const json = readJson(topicList, answer, 'a list of topics as Discourse gives it');
    if ('refused' in json) return json.refused;
    const { topics, more_topics_url: more } = json.value.topic_list;
    const reading: Reading = { leads: [], candidates: [], rejections: [] };
    const positions: number[] = [];
    for (const item of topics) {
      const listed = listedTopic.safeParse(item);
      const bumped = readTime(listed.data?.bumped_at ?? '');
      if (!listed.success || !bumped) {
        reading.rejections.push(unreadableItem(source.id, root, item));
        continue;
      }
      const { id, highest_post_number: posts, pinned, pinned_globally: everywhere } = listed.data;
      // A pinned topic stands at the top, whatever its age.
      if (!pinned && !everywhere) positions.push(Date.parse(bumped.at));
      // The fragment says which state of the topic is meant: one that was written in since is asked for again.
      const version = `posts=${posts ?? ''}&bumped=${bumped.at}`;
      reading.leads.push({ url: `${root}/t/${id}.json#${version}`, role: 'page', depth: document.depth + 1 });
    }
    const page = /[?&]page=(\d{1,6})(?:&|$)/.exec(more ?? '')?.[1];
    const { leads, note } = await walk.step(document, {
      positions,
      older: page === undefined ? undefined : `${root}/latest.json?page=${page}`,
    });
    return { ...reading, leads: [...leads, ...reading.leads], ...(note ? { note } : {}) };
  };

  const toCandidate = (post: ForumPost, locator: string, title: string | undefined): PostCandidate => {
    const time = readTime(post.created_at);
    const hint = languageHint(post.locale) ?? source.language;
    return {
      sourceId: source.id,
      locator,
      url: `${root}/t/${post.topic_id}/${post.post_number}`,
      ...(title !== undefined && post.post_number === 1 ? { title } : {}),
      text: htmlToText(withoutQuotes(post.cooked)),
      ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
      ...(hint === undefined ? {} : { languageHint: hint }),
      authorHandle: post.username,
      permission: 'public-api',
    };
  };

  const readPosts = (items: readonly unknown[], title: string | undefined): Reading & { ids: Set<number> } => {
    const reading: Reading = { leads: [], candidates: [], rejections: [] };
    const ids = new Set<number>();
    for (const item of items) {
      const parsed = forumPost.safeParse(item);
      if (!parsed.success) {
        reading.rejections.push(unreadableItem(source.id, root, item));
        continue;
      }
      const post = parsed.data;
      ids.add(post.id);
      // A post keeps its id when moderators move it to another topic; this address leads to it wherever it is.
      const locator = `${root}/p/${post.id}`;
      const reason = reasonToLeaveOut(post);
      if (reason === undefined) reading.candidates.push(toCandidate(post, locator, title));
      else reading.rejections.push({ sourceId: source.id, locator, reason });
    }
    return { ...reading, ids };
  };

  const readTopic = (document: FrontierEntry, answer: ReadableAnswer): Reading => {
    const json = readJson(topic, answer, 'a topic as Discourse gives it');
    if ('refused' in json) return json.refused;
    const { id, title, post_stream: stream } = json.value;
    const { ids, ...reading } = readPosts(stream.posts, title);
    const rest = stream.stream.filter((post) => !ids.has(post));
    // Filled chunks keep their address while nothing is deleted before them, so an older run's are not asked for again.
    const leads = Array.from({ length: Math.ceil(rest.length / POSTS_AT_ONCE) }, (_, index): Lead => {
      const wanted = rest.slice(index * POSTS_AT_ONCE, (index + 1) * POSTS_AT_ONCE);
      const query = wanted.map((post) => `post_ids[]=${post}`).join('&');
      return { url: `${root}/t/${id}/posts.json?${query}`, role: 'page', depth: document.depth + 1 };
    });
    return { ...reading, leads };
  };

  const readSomePosts = (answer: ReadableAnswer): Reading => {
    const json = readJson(somePosts, answer, 'posts as Discourse gives them');
    if ('refused' in json) return json.refused;
    const { leads, candidates, rejections } = readPosts(json.value.post_stream.posts, undefined);
    return { leads, candidates, rejections };
  };

  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: source.maximumPages,
    accept: 'application/json',
    contentTypes: /./,
    entries: [{ url: `${root}/latest.json`, role: 'entry', depth: 0 }],
    revisits: async () => [],
    addressOf: addressWithoutFragment,
    mayFollow: (url) => new URL(url).origin === origin,
    async read(document, answer) {
      const path = new URL(document.url).pathname;
      if (path.endsWith('/latest.json')) return readList(document, answer);
      return path.endsWith('/posts.json') ? readSomePosts(answer) : readTopic(document, answer);
    },
    explain(document, { status, body }) {
      // Such as {"errors": ["You need to be logged in to do that."], "error_type": "not_logged_in"}.
      const said = refusal.safeParse(parseJson(body));
      const words = said.success ? [said.data.error_type, ...(said.data.errors ?? [])].filter(Boolean).join(', ') : '';
      return { message: `${document.url} answered ${status}${words === '' ? '' : `: ${words}`}` };
    },
  };
};
