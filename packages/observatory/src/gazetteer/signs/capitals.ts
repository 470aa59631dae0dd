import { begins, type Scene } from './scene.js';
import { WORTH } from './worth.js';

/** Log-odds from capitals: a name has one wherever the writer uses them. */
export const fromCapitals = ({ reading, met, latin, capitals, content, cased, sayable }: Scene): number => {
  const { from, kind, exact } = met;
  if (!latin) return 0;
  let odds = 0;
  if (capitals === 0 && cased) odds += WORTH.small[kind];
  else if (capitals < content && kind !== 'distinct' && (capitals > 0 || (kind !== 'words' && !sayable))) odds -= 0.5;
  if (capitals === 0 && reading.cased && !exact) odds += WORTH.inexactSmall[kind];
  if (content > 1 && capitals === content && kind === 'elsewhere') odds += WORTH.capital.elsewhere;
  else if (content > 1 && capitals === content && kind !== 'distinct') odds += 1.6;
  else if (capitals === content && !begins(reading.words, from)) odds += WORTH.capital[kind];
  return odds;
};
