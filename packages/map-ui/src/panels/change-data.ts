import type { AreaChange } from '../view/change.js';

/** The unrounded change as data attributes, empty where none is shown: panel and table carry the same ones. */
export const changeData = ({ class: changeClass, shares }: AreaChange) => ({
  'data-class': changeClass,
  'data-before': shares === null ? '' : String(shares.before.rate),
  'data-after': shares === null ? '' : String(shares.after.rate),
  'data-change': shares === null ? '' : String(shares.difference.value),
});
