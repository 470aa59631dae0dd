import { longQuote, personalTraces } from '../trust/personal-traces.js';

/**
 * What a text that people wrote must not hold, in words: what leads to a person, hidden signs, a quotation that leads to whoever
 * wrote it. The same is asked by whoever receives a snapshot, so that a city learns it before a hub refuses the whole.
 */
export const writtenTextProblems = (text: string): string[] => {
  const quote = longQuote(text);
  return [
    ...personalTraces(text),
    ...(quote === undefined ? [] : [`a quotation of ${quote} signs, which leads to whoever wrote it`]),
  ];
};
