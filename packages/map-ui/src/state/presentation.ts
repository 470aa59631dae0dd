import type { AddressBar } from './use-view.js';

/** What an address opens: the page, the small view for a frame in another page, or the two sheets for paper. */
const PRESENTATIONS = ['page', 'embed', 'brief'] as const;
export type Presentation = (typeof PRESENTATIONS)[number];

/** The presentation that a URL's query asks for (`?embed`, `?brief`); the page when it asks for none. */
export const presentationInUrl = (query: string): Presentation => {
  const asked = new URLSearchParams(query);
  return PRESENTATIONS.find((name) => name !== 'page' && asked.has(name)) ?? 'page';
};

/** The address bar as the view sees it: the parameter of the presentation is neither read nor lost. */
export const addressOf = (
  presentation: Presentation,
  location: Pick<Location, 'search' | 'pathname' | 'hash'>,
  replace: (url: string) => void,
): AddressBar => ({
  query: () => {
    const asked = new URLSearchParams(location.search);
    for (const name of PRESENTATIONS) asked.delete(name);
    return `?${asked}`;
  },
  replaceQuery: (query) => {
    const asked = new URLSearchParams(query);
    if (presentation !== 'page') asked.set(presentation, '1');
    replace(`${location.pathname}?${asked}${location.hash}`);
  },
});
