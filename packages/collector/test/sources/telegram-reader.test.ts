import { describe, expect, it } from 'vitest';
import { type Service, serve, sourceOf } from './loopback-service.js';

const telegram = (spec: Record<string, unknown> = {}) =>
  sourceOf({ kind: 'telegram', instance: 'http://preview.test', channels: ['manar_news'], ...spec });

interface Message {
  id: number;
  text?: string;
  forwarded?: boolean;
  service?: boolean;
  signature?: string;
}
const many = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: from + index }));

const shown = ({ id, text, forwarded, service, signature }: Message): string => `
<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message ${service ? 'service_message' : 'text_not_supported_wrap'} js-widget_message" data-post="manar_news/${id}">
<div class="tgme_widget_message_user"><a href="http://preview.test/manar_news"><i class="tgme_widget_message_user_photo"></i></a></div>
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="http://preview.test/manar_news"><span dir="auto">أخبار المنار</span></a></div>
${forwarded ? '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="tgme_widget_message_forwarded_from_name" href="#"><span dir="auto">Other</span></a></div>' : ''}
<div class="tgme_widget_message_text js-message_text" dir="auto">${text ?? `الخبر رقم ${id}<br/>سطر ثان`}</div>
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">2</span><span class="tgme_widget_message_meta">${signature ? `<span class="tgme_widget_message_from_author">${signature}</span>, ` : ''}<a class="tgme_widget_message_date" href="http://preview.test/manar_news/${id}"><time datetime="2026-06-01T10:00:00+02:00" class="time">10:00</time></a></span></div></div>
</div></div></div>`;

/** The preview of one channel: 20 messages a page, oldest first, a link to what lies before. */
const preview =
  (messages: Message[], fault: { before?: string; answer?: ReturnType<Service> } = {}): Service =>
  (url) => {
    if (url.pathname === '/robots.txt') return undefined;
    const card = '<div class="tgme_page"><div class="tgme_page_title">A group</div></div>';
    if (url.pathname === '/s/closed_group') return { status: 302, headers: { location: '/closed_group' }, html: '' };
    if (url.pathname === '/closed_group') return { html: card };
    if (url.pathname !== '/s/manar_news') return undefined;
    const before = url.searchParams.get('before');
    if (fault.answer && fault.before === before) return fault.answer;
    const older = messages.filter(({ id }) => before === null || id < Number(before));
    const page = older.slice(-20);
    const more =
      older.length > 20
        ? `<a href="/s/manar_news?before=${page[0]?.id}" class="tme_messages_more js-messages_more" data-before="${page[0]?.id}"></a>`
        : '';
    return {
      html: `<html><body><section class="tgme_channel_history js-message_history">${more}${page.map(shown).join('')}</section></body></html>`,
    };
  };

describe('a Telegram channel', () => {
  it('is read back to its beginning, and a second run asks for its newest page alone', async () => {
    const messages = [{ id: 1, text: 'Channel created', service: true }, ...many(2, 65)];
    const service = await serve(preview(messages));
    const first = await service.run(telegram());
    expect(first.items).toMatchObject({ in: 65, out: 64, dropped: { 'service-message': 1 } });
    expect(service.asked).toEqual([
      '/s/manar_news',
      '/s/manar_news?before=46',
      '/s/manar_news?before=26',
      '/s/manar_news?before=6',
    ]);
    expect(service.robots).toEqual(['/robots.txt']);
    expect([...service.ledger.posts.values()].find(({ locator }) => locator.endsWith('/65'))).toMatchObject({
      locator: 'http://preview.test/s/manar_news/65',
      url: 'http://preview.test/s/manar_news/65',
      text: 'الخبر رقم 65\nسطر ثان',
      publishedAt: '2026-06-01T08:00:00.000Z',
      publishedPrecision: 'second',
      permission: 'public-web',
    });

    const second = await service.run(telegram());
    expect(second.items).toMatchObject({ in: 20, out: 0 });
    expect(service.asked).toEqual(['/s/manar_news']);

    // Message 40 is deleted, 30 new ones come, and the last one known is edited.
    messages.splice(39, 1);
    Object.assign(messages.at(-1) ?? {}, { text: 'corrected words' });
    messages.push(...many(66, 95));
    const third = await service.run(telegram());
    expect(third.items.out).toBe(31);
    expect(service.asked).toEqual(['/s/manar_news', '/s/manar_news?before=76']);
    expect((await service.run(telegram())).items.out).toBe(0);
  });

  it('leaves forwarded messages out and hashes who signs', async () => {
    const service = await serve(
      preview([
        { id: 1, text: 'by the channel' },
        { id: 2, text: 'by Salma', signature: 'Salma' },
        { id: 3, text: 'by Karim', signature: 'Karim' },
        { id: 4, text: 'passed on', forwarded: true },
        { id: 5, text: '' },
      ]),
    );
    const report = await service.run(telegram({ language: 'ara' }));
    expect(report.items).toMatchObject({ in: 5, out: 3, dropped: { forward: 1, 'no-text': 1 } });
    const posts = [...service.ledger.posts.values()];
    expect(new Set(posts.map(({ authorHash }) => authorHash)).size).toBe(3);
    expect(posts.every(({ languageHint }) => languageHint === 'ara')).toBe(true);
    expect(JSON.stringify(posts)).not.toContain('"Salma"');
  });

  it('broken in the middle goes on in the next run', async () => {
    const fault: { before?: string; answer?: ReturnType<Service> } = {
      before: '41',
      answer: { status: 500, html: '' },
    };
    const service = await serve(preview(many(1, 60), fault));
    const broken = await service.run(telegram());
    expect(broken.items.out).toBe(20);
    expect(broken.sources[0]?.documents.failed).toEqual({ 'http-500': 1 });
    fault.answer = { html: '<h1>Try again later</h1>' };
    expect((await service.run(telegram())).sources[0]?.documents.failed).toEqual({ 'no-preview': 1 });
    fault.answer = undefined;
    expect((await service.run(telegram())).items.out).toBe(40);
    expect((await service.run(telegram())).items.out).toBe(0);
  });

  it('without a preview fails with a sentence', async () => {
    const service = await serve(preview([]));
    const report = await service.run(telegram({ channels: ['closed_group', 'manar_news'] }));
    expect(report.sources[0]).toMatchObject({ reached: true, documents: { failed: { 'no-preview': 1 }, fetched: 1 } });
    expect(report.sources[0]?.error).toContain('closed_group: no public preview');
  });

  it('that asks not to be kept is not kept', async () => {
    const respond = preview(many(1, 3));
    const service = await serve((url, request) => {
      const answer = respond(url, request);
      return answer && { ...answer, html: `<meta name="robots" content="noindex">${answer.html}` };
    });
    const report = await service.run(telegram());
    expect(report.items.in).toBe(0);
    expect(report.sources[0]?.documents.skipped).toEqual({ noindex: 1 });
  });

  it('goes back no farther than maximumPosts on its first run', async () => {
    const service = await serve(preview(many(1, 200)));
    expect((await service.run(telegram({ maximumPosts: 60 }))).items.out).toBe(60);
    expect((await service.run(telegram({ maximumPosts: 60 }))).items.out).toBe(0);
  });

  it('is named without @', () => {
    expect(() => telegram({ channels: ['@manar_news'] })).toThrow(/without @/);
    expect(() => telegram({ channels: [] })).toThrow();
  });
});
