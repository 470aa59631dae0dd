import { z } from 'zod';

const page = { items: z.array(z.unknown()).default([]), nextPageToken: z.string().max(2000).nullish() };
/** Answers of commentThreads.list and comments.list */
export const commentList = z.object({ kind: z.string().regex(/^youtube#comment/), ...page });

/** https://developers.google.com/youtube/v3/docs/comments#resource-representation */
export const youtubeComment = z.object({
  id: z.string().min(1).max(200),
  snippet: z.object({
    /** with textFormat=plainText without markup */
    textDisplay: z.string(),
    authorDisplayName: z.string().nullish(),
    /** missing when the author's channel is gone */
    authorChannelId: z.object({ value: z.string() }).nullish(),
    publishedAt: z.string(),
  }),
});
export type YoutubeComment = z.infer<typeof youtubeComment>;

/** https://developers.google.com/youtube/v3/docs/commentThreads#resource-representation */
export const commentThread = z.object({
  id: z.string().min(1).max(200),
  snippet: z.object({
    topLevelComment: youtubeComment,
    totalReplyCount: z.number().int().nonnegative().nullish(),
  }),
  /** some of them: five at most */
  replies: z.object({ comments: z.array(z.unknown()) }).nullish(),
});

/** https://developers.google.com/youtube/v3/docs/errors */
export const apiError = z.object({
  error: z.object({
    message: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string() })).nullish(),
    details: z.array(z.object({ reason: z.string().nullish() })).nullish(),
  }),
});
