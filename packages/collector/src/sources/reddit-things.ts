import { z } from 'zod';

/**
 * Reddit's answers, as far as they are read: everything is a "thing" with a kind (t1 a comment, t3 a post, `more` what was
 * left off, Listing a list of things); https://github.com/reddit-archive/reddit/wiki/JSON
 */
const thing = z.object({ kind: z.string(), data: z.unknown() });

export const listing = z.object({
  kind: z.literal('Listing'),
  data: z.object({ children: z.array(thing), after: z.string().max(100).nullish() }),
});
/** Answer of /comments/<id>.json: the post, then its comments. */
export const commentPage = z.tuple([listing, listing]);
/** Answer of /api/morechildren with api_type=json: comments without their tree. */
export const moreComments = z.object({ json: z.object({ data: z.object({ things: z.array(thing) }).nullish() }) });

const id = z.string().regex(/^[0-9a-z]{1,13}$/);
const written = {
  id,
  author: z.string().nullish(),
  /** seconds since 1970, before the year 2200 */
  created_utc: z.number().positive().max(7_258_118_400),
};

export const redditPost = z.object({
  ...written,
  title: z.string(),
  selftext: z.string().nullish(),
  selftext_html: z.string().nullish(),
  /** moderator, author, deleted …; null while the post stands */
  removed_by_category: z.string().nullish(),
  crosspost_parent: z.string().nullish(),
  num_comments: z.number().int().nonnegative().nullish(),
});
export type RedditPost = z.infer<typeof redditPost>;

const redditComment = z.object({
  ...written,
  link_id: z.string().regex(/^t3_[0-9a-z]{1,13}$/),
  body: z.string(),
  body_html: z.string().nullish(),
  /** a Listing, or an empty string */
  replies: z.unknown().optional(),
});
export type RedditComment = z.infer<typeof redditComment>;

/** Comments left off: by id, or, where the list is empty, below `parent_id`. */
const leftOff = z.object({ parent_id: z.string().regex(/^t[13]_[0-9a-z]{1,13}$/), children: z.array(id) });
type LeftOff = z.infer<typeof leftOff>;

export interface CommentTree {
  comments: RedditComment[];
  leftOff: LeftOff[];
  /** things that are none of these */
  unreadable: unknown[];
}

/** All comments of a tree in the order of the page. Iterative: a server may nest as deep as it likes. */
export const flattenComments = (things: readonly z.infer<typeof thing>[]): CommentTree => {
  const tree: CommentTree = { comments: [], leftOff: [], unreadable: [] };
  const rest = [...things].reverse();
  for (let next = rest.pop(); next; next = rest.pop()) {
    const comment = next.kind === 't1' ? redditComment.safeParse(next.data) : undefined;
    const more = next.kind === 'more' ? leftOff.safeParse(next.data) : undefined;
    if (comment?.success) {
      tree.comments.push(comment.data);
      const replies = listing.safeParse(comment.data.replies);
      if (replies.success) for (const reply of replies.data.data.children.reverse()) rest.push(reply);
    } else if (more?.success) tree.leftOff.push(more.data);
    else tree.unreadable.push(next.data);
  }
  return tree;
};
