import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTelegramPreview } from '../../src/sources/telegram-preview.js';

const message = (id: number, inner: string, classes = ''): string =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap ${classes} js-widget_message" data-post="manar_news/${id}"><div class="tgme_widget_message_bubble">${inner}
   <div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">1.2K</span><span class="tgme_widget_message_meta"><span class="tgme_widget_message_from_author">Editor &amp; co</span>, edited&nbsp;<a class="tgme_widget_message_date" href="https://t.me/manar_news/${id}"><time datetime="2026-06-01T08:00:0${id}+00:00" class="time">08:00</time></a></span></div></div></div></div></div>`;
const text = (words: string): string =>
  `<div class="tgme_widget_message_text js-message_text" dir="auto">${words}</div>`;

describe('readTelegramPreview', () => {
  it('reads text, time and signature, and not the message replied to', () => {
    const page = readTelegramPreview(
      `<section class="tgme_channel_history js-message_history">${message(
        1,
        `<a class="tgme_widget_message_reply" href="https://t.me/manar_news/0"><div class="tgme_widget_message_author">X</div><div class="tgme_widget_message_text js-message_reply_text">words replied to</div></a>
         <video duration="3"></video><i class="tgme_widget_message_photo"></i>
         ${text('First line<br/>second &amp; <b>bold</b> <i class="emoji"><b>👍</b></i><script>alert(1)</script>')}`,
      )}</section>`,
    );
    expect(page).toEqual({
      isPreview: true,
      before: undefined,
      messages: [
        {
          id: 1,
          text: 'First line\nsecond & bold 👍',
          time: '2026-06-01T08:00:01+00:00',
          signature: 'Editor & co',
          isForwarded: false,
          isService: false,
        },
      ],
    });
  });

  it('marks forwarded and service messages and keeps messages apart', () => {
    const { messages, before } = readTelegramPreview(
      `<div class="tme_messages_more_wrap"><a href="/s/manar_news?before=2" class="tme_messages_more js-messages_more" data-before="2"></a></div>
      ${message(2, `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="tgme_widget_message_forwarded_from_name"><span dir="auto">Other</span></a></div>${text('passed on')}`)}
      ${message(3, text('Channel created'), 'service_message')}${message(4, '<a class="tgme_widget_message_photo_wrap"></a>')}${message(5, text('five'))}
      <a class="tme_messages_more js-messages_more" data-after="5"></a>`,
    );
    expect(before).toBe(2);
    expect(messages.map(({ id, text: words, isForwarded, isService }) => [id, words, isForwarded, isService])).toEqual([
      [2, 'passed on', true, false],
      [3, 'Channel created', false, true],
      [4, '', false, false],
      [5, 'five', false, false],
    ]);
  });

  it('knows another page when it sees one', () => {
    expect(readTelegramPreview('<div class="tgme_page"><a class="tgme_action_button_new">View</a></div>')).toEqual({
      messages: [],
      before: undefined,
      isPreview: false,
    });
  });

  it('never throws, and its ids are whole numbers', () => {
    const bits = fc.constantFrom(
      '<div class="tgme_widget_message" data-post="a/12">',
      '<div class="tgme_widget_message" data-post="a/b">',
      '<div class="tgme_widget_message_text">',
      '<a class="tgme_widget_message_reply">',
      '<time datetime="x">',
      '</div>',
      '</a>',
      '<br>',
      '<p>',
      'words',
      '<a class="tme_messages_more" data-before="-1">',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => {
        const page = readTelegramPreview(parts.join(''));
        expect(page.messages.every(({ id }) => Number.isSafeInteger(id))).toBe(true);
      }),
    );
  });

  it('reads no farther where the nesting has no end', () => {
    const deep = `${message(1, text('words'))}${'<div class="x">'.repeat(200_000)}${message(2, text('below'))}`;
    const start = performance.now();
    expect(readTelegramPreview(deep).messages.map(({ id }) => id)).toEqual([1]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
