import { useCallback, useEffect, useState } from 'react';
import { viewFromUrl, viewToUrl } from './url.js';
import type { Choices, View } from './view.js';

/** The reader's address bar, handed in so that the page can be tried without one. */
export interface AddressBar {
  query: () => string;
  replaceQuery: (query: string) => void;
}

/** The view, read from the URL at the start and written back to it at every change. */
export const useView = (choices: Choices, address: AddressBar): [View, (change: Partial<View>) => void] => {
  const [view, setView] = useState(() => viewFromUrl(address.query(), choices));
  useEffect(() => address.replaceQuery(viewToUrl(view, choices)), [view, choices, address]);
  const change = useCallback((part: Partial<View>) => setView((before) => ({ ...before, ...part })), []);
  return [view, change];
};
