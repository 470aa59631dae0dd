import { z } from 'zod';

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** /latest.json as far as it is read; https://docs.discourse.org/#tag/Topics/operation/listLatestTopics */
export const topicList = z.object({
  topic_list: z.object({
    topics: z.array(z.unknown()),
    /** address of the next page; absent on the last one */
    more_topics_url: z.string().max(1000).nullish(),
  }),
});

export const listedTopic = z.object({
  id,
  highest_post_number: z.number().int().nonnegative().nullish(),
  /** when the topic last came to the top of the list */
  bumped_at: z.string(),
  pinned: z.boolean().nullish(),
  pinned_globally: z.boolean().nullish(),
});

const stream = { posts: z.array(z.unknown()) };
/** /t/<id>.json: the first posts, and the ids of all of them */
export const topic = z.object({
  id,
  title: z.string(),
  post_stream: z.object({ ...stream, stream: z.array(id) }),
});
/** /t/<id>/posts.json?post_ids[]=… */
export const somePosts = z.object({ post_stream: z.object(stream) });

/** What `post_type` says of a post that somebody wrote; 2 to 4 are moderators' actions, small actions and whispers. */
export const REGULAR_POST = 1;

export const forumPost = z.object({
  id,
  topic_id: id,
  post_number: z.number().int().positive(),
  post_type: z.number().int(),
  username: z.string().min(1),
  created_at: z.string(),
  /** HTML */
  cooked: z.string(),
  /** hidden by moderators or by flags: the text is a notice */
  hidden: z.boolean().nullish(),
  user_deleted: z.boolean().nullish(),
  deleted_at: z.string().nullish(),
  /** language, where the forum states it */
  locale: z.string().nullish(),
});
export type ForumPost = z.infer<typeof forumPost>;
