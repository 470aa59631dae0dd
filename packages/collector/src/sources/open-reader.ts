import type { Source } from './all.js';
import { blueskyReader } from './bluesky-reader.js';
import { discourseReader } from './discourse-reader.js';
import { feedReader } from './feed-reader.js';
import type { FileSource } from './file.js';
import { mastodonReader } from './mastodon-reader.js';
import { redditReader } from './reddit-reader.js';
import type { ReaderContext, SourceReader } from './source-reader.js';
import { telegramReader } from './telegram-reader.js';
import { websiteReader } from './website-reader.js';
import { youtubeReader } from './youtube-reader.js';

/** A source that is asked over HTTP. */
export type WebSource = Exclude<Source, FileSource>;

/** The reader for a source of any kind that is asked over HTTP. */
export const openReader = (source: WebSource, context: ReaderContext): SourceReader => {
  switch (source.kind) {
    case 'feed':
      return feedReader(source);
    case 'website':
      return websiteReader(source, context);
    case 'mastodon':
      return mastodonReader(source, context);
    case 'bluesky':
      return blueskyReader(source, context);
    case 'telegram':
      return telegramReader(source, context);
    case 'reddit':
      return redditReader(source, context);
    case 'discourse':
      return discourseReader(source, context);
    case 'youtube':
      return youtubeReader(source, context);
  }
};
