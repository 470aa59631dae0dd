import { type Markup, markup } from '../../site/markup.js';
import type { SocialStatus } from '../read-content.js';

export const HOST = 'social.al-manar.test';
export const ORIGIN = `http://${HOST}`;

/** Where a status can be read in a browser. */
export const statusAddress = ({ account, id }: { account: string; id: string }): string =>
  `${ORIGIN}/@${account}/${id}`;

const TOKEN = /(https?:\/\/[^\s<>"]+|[#@][\p{L}\p{N}_]+)/u;

/** A web address, hashtag or mention as the link that the service makes of it; other text as it is. */
const linked = (text: string): Markup | string => {
  if (/^https?:/.test(text)) {
    const scheme = text.slice(0, text.indexOf('//') + 2);
    return markup`<a href="${text}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span><span class="">${text.slice(scheme.length)}</span></a>`;
  }
  const name = text.slice(1);
  if (text.startsWith('#') && name) {
    return markup`<a href="${ORIGIN}/tags/${encodeURIComponent(name)}" class="mention hashtag" rel="tag">#<span>${name}</span></a>`;
  }
  if (text.startsWith('@') && name) {
    return markup`<span class="h-card" translate="no"><a href="${ORIGIN}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`;
  }
  return text;
};

const line = (text: string): (Markup | string)[] =>
  text.split(TOKEN).map((part, i) => (i % 2 === 1 ? linked(part) : part));

/** The text of a status as the HTML that the service gives in `content`: paragraphs, line breaks, links. */
export const statusHtml = (text: string): Markup =>
  markup`${text
    .split(/\n{2,}/)
    .map(
      (part) =>
        markup`<p>${part.split('\n').map((words, i) => (i === 0 ? line(words) : [markup`<br />`, ...line(words)]))}</p>`,
    )}`;

/** An account as it stands in a status. Source: docs.joinmastodon.org, entities/Account. */
export const accountJson = ({
  account,
  displayName,
}: {
  account: string;
  displayName: string;
}): Record<string, unknown> => ({
  id: [...account].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_000_007, 7).toString(),
  username: account,
  acct: account,
  display_name: displayName,
  locked: false,
  bot: false,
  discoverable: true,
  group: false,
  created_at: '2023-01-01T00:00:00.000Z',
  note: '',
  url: `${ORIGIN}/@${account}`,
  uri: `${ORIGIN}/users/${account}`,
  avatar: `${ORIGIN}/avatars/original/missing.png`,
  header: `${ORIGIN}/headers/original/missing.png`,
  followers_count: 0,
  following_count: 0,
  statuses_count: 0,
  emojis: [],
  fields: [],
});

const plainStatus = (status: SocialStatus): Record<string, unknown> => ({
  id: status.id,
  created_at: new Date(status.date).toISOString(),
  in_reply_to_id: null,
  in_reply_to_account_id: null,
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: status.lang,
  uri: `${ORIGIN}/users/${status.account}/statuses/${status.id}`,
  url: statusAddress(status),
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
  edited_at: null,
  content: statusHtml(status.text).text,
  reblog: null,
  account: accountJson(status),
  media_attachments: [],
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
});

/** Who wrote what a boost passes on: an account on another server. */
const ELSEWHERE = { host: 'elsewhere.test', account: 'writer', displayName: 'Writer elsewhere' };

/**
 * A status as the API gives it. A boost has no words of its own: they are in `reblog`, with their writer.
 * Source: docs.joinmastodon.org, entities/Status.
 */
export const statusJson = (status: SocialStatus): Record<string, unknown> => {
  if (status.boost !== true) return plainStatus(status);
  const { host, account, displayName } = ELSEWHERE;
  const address = `http://${host}/@${account}/${status.id}`;
  const origin = {
    ...plainStatus({ ...status, account, displayName }),
    id: (BigInt(status.id) - 1n).toString(),
    url: address,
    uri: address,
    account: {
      ...accountJson({ account, displayName }),
      acct: `${account}@${host}`,
      url: `http://${host}/@${account}`,
    },
  };
  return { ...plainStatus(status), content: '', reblog: origin };
};
