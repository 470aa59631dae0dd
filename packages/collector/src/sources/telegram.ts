import { sourceBase } from '@marsad/records';
import { z } from 'zod';
import { gapSeconds, maximumPosts, webUrl } from './fields.js';

/** Public channels of Telegram, as their preview pages on the web show them. */
export const telegramSource = sourceBase.extend({
  kind: z.literal('telegram'),
  /** where the preview pages are; they begin with /s/ there */
  instance: webUrl.default('https://t.me'),
  /** names of the channels, without @; groups and channels that allow no preview have no such page */
  channels: z
    .array(z.string().regex(/^[A-Za-z]\w{3,31}$/, 'expected the name of a channel such as manar_news, without @'))
    .min(1),
  maximumPosts,
  gapSeconds,
});
export type TelegramSource = z.infer<typeof telegramSource>;
