import { z } from 'zod';
import { blueskySource } from './bluesky.js';
import { discourseSource } from './discourse.js';
import { feedSource } from './feed.js';
import { fileSource } from './file.js';
import { mastodonSource } from './mastodon.js';
import { redditSource } from './reddit.js';
import { telegramSource } from './telegram.js';
import { websiteSource } from './website.js';
import { youtubeSource } from './youtube.js';

/** What city.yaml may list under `sources`, by `kind`. */
export const sourceSpec = z.discriminatedUnion('kind', [
  feedSource,
  websiteSource,
  mastodonSource,
  blueskySource,
  telegramSource,
  redditSource,
  discourseSource,
  youtubeSource,
  fileSource,
]);
/** A source as the program trusts it: parsed, with its defaults filled in. */
export type Source = z.infer<typeof sourceSpec>;
