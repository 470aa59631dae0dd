import { expect, it } from 'vitest';
import { mayBeCopy } from '../../src/offers/may-be-copy.js';

it.each([
  ['صباح الخير يا أهل المدينة', true],
  ['صباح الخير يا أهل', false],
  ['صَبَاحُ الخَيْرِ يَا أَهْلَ', false],
  ['bon anniversaire à toute la famille', true],
  ['happy new year !!! 🎉 🎉 🎉', false],
  ['one two three four, five', true],
  ['one two three four …', false],
  ['', false],
])('«%s» may be a copy: %s', (text, expected) => {
  expect(mayBeCopy(text)).toBe(expected);
  expect(mayBeCopy(text)).toBe(expected);
});
