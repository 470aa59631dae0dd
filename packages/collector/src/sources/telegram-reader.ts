import type { PostCandidate, Rejection } from '@marsad/records';
import { decodeHtml } from '../extract/decode-html.js';
import { readTime } from '../extract/read-time.js';
import { pageLinks } from '../website/page-links.js';
import { robotsWishes } from '../website/robots-wishes.js';
import { addressWithoutFragment, openNewestFirst } from './newest-first.js';
import type { ReaderContext, Reading, SourceReader } from './source-reader.js';
import type { TelegramSource } from './telegram.js';
import { type PreviewMessage, readTelegramPreview } from './telegram-preview.js';

/** Messages on a preview page. */
const PAGE_SIZE = 20;

const nothing: Reading = { leads: [], candidates: [], rejections: [] };

/** Reads the preview pages of channels, from the newest backwards. */
export const telegramReader = (source: TelegramSource, context: ReaderContext): SourceReader => {
  const root = new URL(source.instance).origin;
  const maximumPages = Math.ceil(source.maximumPosts / PAGE_SIZE);
  const walk = openNewestFirst(source.id, context.ledger, { maximumPages });

  const toCandidate = (channel: string, locator: string, message: PreviewMessage): PostCandidate => {
    const time = readTime(message.time ?? '');
    const signature = message.signature?.trim() ?? '';
    return {
      sourceId: source.id,
      locator,
      url: locator,
      text: message.text,
      ...(time ? { publishedAt: time.at, publishedPrecision: time.precision } : {}),
      ...(source.language === undefined ? {} : { languageHint: source.language }),
      // Who signs is the author; otherwise the channel is.
      authorHandle: signature === '' ? channel : `${channel}/${signature}`,
      permission: 'public-web',
    };
  };

  return {
    gapSeconds: source.gapSeconds,
    maximumDocuments: maximumPages * source.channels.length,
    accept: 'text/html',
    contentTypes: /html/i,
    entries: source.channels.map((channel) => ({ url: `${root}/s/${channel}`, role: 'entry', depth: 0 })),
    revisits: async () => [],
    addressOf: addressWithoutFragment,
    mayFollow: (url) => new URL(url).origin === root,
    async read(document, answer): Promise<Reading> {
      const html = decodeHtml(answer.body, { contentType: answer.headers['content-type'] }).text;
      if (robotsWishes(answer.headers['x-robots-tag']).noIndex || pageLinks(html, answer.url).noIndex)
        return { ...nothing, skipped: 'noindex' };
      const address = await addressWithoutFragment(document);
      const channel = new URL(address).pathname.slice('/s/'.length);
      const page = readTelegramPreview(html);
      // A channel that allows no preview sends its visitors on to its card.
      if (!page.isPreview || !new URL(answer.url).pathname.startsWith('/s/')) {
        const message = `${address}: no public preview; is ${channel} a channel, and does it allow one?`;
        return { ...nothing, failed: { reason: 'no-preview', message, later: true } };
      }

      const candidates: PostCandidate[] = [];
      const rejections: Rejection[] = [];
      for (const message of page.messages) {
        const locator = `${root}/s/${channel}/${message.id}`;
        const leaveOut = (reason: string): number => rejections.push({ sourceId: source.id, locator, reason });
        if (message.isService) leaveOut('service-message');
        // Somebody else's message passed on: it is counted where it was written.
        else if (message.isForwarded) leaveOut('forward');
        else candidates.push(toCandidate(channel, locator, message));
      }
      // The page shows the newest message last.
      const ids = page.messages.map(({ id }) => id).sort((a, b) => b - a);
      const { leads, note } = await walk.step(document, {
        positions: ids,
        older: page.before === undefined ? undefined : `${root}/s/${channel}?before=${page.before}`,
      });
      return { leads, candidates, rejections, ...(note ? { note } : {}) };
    },
  };
};
