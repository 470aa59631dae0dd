import { escapeMarkup } from '@marsad/records/without-checks';

const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The address of a view on this page: `query` is that of the view, `extra` what turns the page into another presentation. */
export const viewLink = (pageUrl: string, query: string, extra: Readonly<Record<string, string>> = {}): string => {
  const url = new URL(pageUrl);
  url.search = query;
  url.hash = '';
  for (const [name, value] of Object.entries(extra)) url.searchParams.set(name, value);
  return url.href;
};

/** Whether others can open an address: not one of this machine, nor a file. */
export const othersCanOpen = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && !THIS_MACHINE.test(hostname);
};

/** The line of HTML that shows a view in another page. */
export const embedSnippet = (url: string, title: string): string =>
  `<iframe src="${escapeMarkup(url)}" title="${escapeMarkup(title)}" width="100%" height="780" loading="lazy" style="border:1px solid #d5dbe1"></iframe>`;
