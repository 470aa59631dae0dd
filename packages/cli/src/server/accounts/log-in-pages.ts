import { html } from 'hono/html';
import type { Role } from './account.js';
import { LOG_IN_WORDS, type LogInWords } from './log-in-words.js';

/** A page as hono makes it: text with every value escaped. */
type Page = ReturnType<typeof html>;

/** Path of the one file that these pages need. */
export const LOG_IN_STYLE_PATH = '/log-in.css';

export const LOG_IN_STYLE = `
:root { color-scheme: light; font-family: system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
:root:lang(ar) { line-height: 1.65; }
body { margin: 0; background: #f4f6f8; color: #1c2733; line-height: 1.5; }
main { max-inline-size: 26rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #d5dbe1; border-radius: 6px; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; }
p { margin: 0 0 1rem; }
label, dt { display: block; margin-block-start: 1rem; font-weight: 600; }
dd { margin: 0; }
input { box-sizing: border-box; inline-size: 100%; min-block-size: 2.5rem; padding-inline: .5rem; border: 1px solid #8d98a5; border-radius: 6px; font: inherit; }
button { margin-block-start: 1.5rem; min-block-size: 2.5rem; padding-inline: 1.25rem; border: 0; border-radius: 6px; background: #0b4f6c; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
a { color: #0b4f6c; }
nav { display: flex; gap: 1rem; margin-block-end: 1.5rem; }
.said { padding: .5rem 1rem; background: #fff6dc; border: 1px solid #d9b650; border-radius: 6px; color: #4f3d05; }
.small { color: #4d5a68; font-size: .875rem; }
:focus-visible { outline: 3px solid #0a66c2; outline-offset: 2px; }
`;

/** Links to this page in the three languages; `link` makes the address for a language. */
const languages = (words: LogInWords, link: (language: string) => string): Page =>
  html`<nav>${LOG_IN_WORDS.map(
    ({ language, own }) =>
      html`<a href="${link(language)}" lang="${language}" hreflang="${language}" ${
        language === words.language ? html`aria-current="true"` : ''
      }>${own}</a>`,
  )}</nav>`;

const page = (words: LogInWords, title: string, link: (language: string) => string, body: Page): Page =>
  html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Marsad</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${LOG_IN_STYLE_PATH}">
</head>
<body><main>${languages(words, link)}<h1>${title}</h1>${body}</main></body>
</html>
`;

/**
 * The log-in: a form, no script.
 * @param next where the reader wanted to go
 * @param said why the last try did not work
 */
export const logInPage = (words: LogInWords, given: { token: string; next: string; said?: string }): Page =>
  page(
    words,
    words.title,
    (language) => `/log-in?${new URLSearchParams({ lang: language, next: given.next })}`,
    html`${given.said === undefined ? '' : html`<p class="said" role="alert">${given.said}</p>`}<p>${words.lead}</p>
<form method="post" action="/log-in">
<input type="hidden" name="token" value="${given.token}">
<input type="hidden" name="next" value="${given.next}">
<input type="hidden" name="lang" value="${words.language}">
<label for="name">${words.name}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" dir="ltr" required>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" dir="ltr" required>
<button type="submit">${words.logIn}</button>
</form>`,
  );

/** An own path with the language that the reader has chosen. */
const inLanguage = (path: string, language: string): string => {
  const [place = '/', query] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.set('lang', language);
  return `${place}?${asked}`;
};

/**
 * Who is logged in, what that opens, and the way out.
 * @param back own path of the page that the reader came from
 */
export const accountPage = (
  words: LogInWords,
  given: { token: string; name: string; role: Role; back: string },
): Page =>
  page(
    words,
    words.accountTitle,
    (language) => inLanguage(`/account?${new URLSearchParams({ back: given.back })}`, language),
    html`<dl><dt>${words.loggedInAs}</dt><dd><bdi>${given.name}</bdi></dd><dt>${words.role}</dt><dd>${words.roles[given.role]}</dd></dl>
<p>${words.mayOpen[given.role]}</p>
<p class="small">${words.written}</p>
${given.role === 'hub-admin' ? html`<p><a href="/audit.jsonl">${words.audit}</a></p>` : ''}
<p><a href="${inLanguage(given.back, words.language)}">${words.back}</a></p>
<form method="post" action="/log-out"><input type="hidden" name="token" value="${given.token}"><input type="hidden" name="lang" value="${words.language}"><button type="submit">${words.logOut}</button></form>`,
  );

/** Said to a reader whose role is not enough. */
export const refusedPage = (words: LogInWords): Page =>
  page(
    words,
    words.refusedTitle,
    (language) => `?lang=${language}`,
    html`<p>${words.refused}</p><p><a href="/account?lang=${words.language}">${words.accountTitle}</a></p>`,
  );
