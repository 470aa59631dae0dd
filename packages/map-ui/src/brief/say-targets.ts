import { saySlice } from '../i18n/say-figures.js';
import { isolate, type Translator } from '../i18n/translator.js';
import type { AreaFigures } from '../view/figures.js';

/** More would be a table; the page's panel has it. */
const MOST_TARGETS = 4;

/**
 * Whom the posts of a figure are directed at, those of most posts first, with how many: `Directed at: Women and girls (12), …`.
 * Empty where nothing is shown or the model named none.
 */
export const sayTargets = (
  translator: Translator,
  { rate, targets }: Pick<AreaFigures, 'rate' | 'targets'>,
): string => {
  if (rate === null || targets.length === 0) return '';
  const { say, count } = translator;
  const most = [...targets].sort((a, b) => b.posts - a.posts).slice(0, MOST_TARGETS);
  const named = most.map(({ target, posts }) => isolate(`${saySlice(translator, target)} (${count(posts)})`));
  const left = targets.length > most.length ? '…' : '';
  return say('map.tip', {
    name: say('panel.targets'),
    value: [...named, ...(left === '' ? [] : [left])].join(say('known.and')),
  });
};
