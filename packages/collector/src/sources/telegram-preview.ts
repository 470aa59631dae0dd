import { Parser } from 'htmlparser2';
import { htmlToText } from '../extract/html-to-text.js';

/** No preview nests so deep; the parser's time grows with the square of the depth, so a page that does is read no farther. */
const MAXIMUM_DEPTH = 500;

/** One message of a preview page. */
export interface PreviewMessage {
  /** grows with time within a channel */
  id: number;
  /** empty for pictures without words */
  text: string;
  /** as written, such as 2026-06-01T08:00:00+00:00 */
  time: string | undefined;
  /** signature under the message, where the channel shows its authors */
  signature: string | undefined;
  isForwarded: boolean;
  /** "Channel created", "pinned a message" and the like */
  isService: boolean;
}

export interface PreviewPage {
  messages: PreviewMessage[];
  /** id below which the page of older messages lies; undefined on the oldest page */
  before: number | undefined;
  /** false when the page is something else, such as the card of a channel without preview */
  isPreview: boolean;
}

/** What is open in the message being read: each with the depth of the element that opened it. */
interface Open {
  message: PreviewMessage;
  depth: number;
  /** the message replied to, shown in short */
  reply: number | undefined;
  text: { depth: number; from: number } | undefined;
  signature: number | undefined;
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/**
 * Reads a page such as https://t.me/s/telegram in one streaming pass, in linear time; never throws. Telegram documents the
 * page nowhere; its class names have been stable since 2018 and are what every reader of these pages rests on.
 */
export const readTelegramPreview = (html: string): PreviewPage => {
  const messages: PreviewMessage[] = [];
  let before: number | undefined;
  let isPreview = false;
  let depth = 0;
  let open: Open | undefined;

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAXIMUM_DEPTH) return parser.pause();
      const classes = new Set((attributes.class ?? '').split(/\s+/));
      if (classes.has('tgme_channel_history')) isPreview = true;
      if (classes.has('tme_messages_more')) before ??= wholeNumber(attributes['data-before']);
      const id = wholeNumber(/\/(\d+)$/.exec(attributes['data-post'] ?? '')?.[1]);
      if (!open && classes.has('tgme_widget_message') && id !== undefined) {
        const message: PreviewMessage = {
          id,
          text: '',
          time: undefined,
          signature: undefined,
          isForwarded: false,
          isService: classes.has('service_message'),
        };
        messages.push(message);
        open = { message, depth, reply: undefined, text: undefined, signature: undefined };
        return;
      }
      if (!open || open.reply !== undefined) return;
      if (classes.has('tgme_widget_message_reply')) open.reply = depth;
      else if (classes.has('tgme_widget_message_forwarded_from')) open.message.isForwarded = true;
      else if (classes.has('tgme_widget_message_text')) open.text ??= { depth, from: parser.endIndex + 1 };
      else if (classes.has('tgme_widget_message_from_author')) open.signature = depth;
      else if (name === 'time' && attributes.datetime !== undefined) open.message.time = attributes.datetime;
    },
    ontext(text) {
      if (open?.signature !== undefined) open.message.signature = `${open.message.signature ?? ''}${text}`;
    },
    onclosetag() {
      if (open?.text?.depth === depth) {
        const text = htmlToText(html.slice(open.text.from, parser.startIndex));
        open.message.text = [open.message.text, text].filter((part) => part !== '').join('\n\n');
        open.text = undefined;
      }
      if (open?.reply === depth) open.reply = undefined;
      if (open?.signature === depth) open.signature = undefined;
      if (open?.depth === depth) open = undefined;
      depth -= 1;
    },
  });
  parser.end(html);
  return { messages, before, isPreview: isPreview || messages.length > 0 };
};
