import { foldWord } from '../fold-word.js';

/** The words of some texts, folded. */
export const foldedSet = (...texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .join(' ')
      .split(/\s+/)
      .map(foldWord)
      .filter((word) => word !== ''),
  );
