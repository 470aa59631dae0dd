import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, maximumPosts, webUrl } from './fields.js';

/** Comments below listed videos, over YouTube's Data API. Needs a key in the environment: YOUTUBE_API_KEY. */
export const youtubeSource = sourceBase.extend({
  kind: z.literal('youtube'),
  /** address of the API */
  instance: webUrl.default('https://www.googleapis.com'),
  /** ids of the videos: the eleven characters after watch?v= */
  videos: z.array(z.string().regex(/^[\w-]{11}$/, 'expected the id of a video such as dQw4w9WgXcQ')).min(1),
  maximumPosts,
  gapSeconds,
});
export type YoutubeSource = z.infer<typeof youtubeSource>;

/** Name of the environment value that holds the key. */
export const YOUTUBE_API_KEY = 'YOUTUBE_API_KEY';
