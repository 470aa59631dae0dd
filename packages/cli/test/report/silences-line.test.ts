import type { Block, BlockFigures } from '@marsad/records';
import { expect, it } from 'vitest';
import { silencesLine, silencesOf } from '../../src/report/silences-line.js';

const weeks: [string, string] = ['2026-W14', '2026-W15'];
const shown = (area: string | null, versusCity?: 'above' | 'cannot-tell'): Block => ({
  area,
  weeks,
  status: 'shown',
  figures: (versusCity === undefined ? {} : { estimates: { hate: { versusCity } } }) as unknown as BlockFigures,
});
const hidden = (area: string): Block => ({ area, weeks, status: 'suppressed', reason: 'too-few-posts' });

it('hidden, not collected and not to be told from the city are counted apart, each neighbourhood once', () => {
  const blocks = [
    shown(null),
    shown('told', 'cannot-tell'),
    shown('told', 'above'),
    shown('like-the-city', 'cannot-tell'),
    hidden('like-the-city'),
    shown('without-labels'),
    hidden('hidden'),
    hidden('hidden'),
  ];
  const silences = silencesOf(blocks, ['told', 'like-the-city', 'without-labels', 'hidden', 'empty']);
  expect(silences).toEqual({ shown: 3, suppressed: 1, notCollected: 1, cannotTell: 2 });
  expect(silencesLine(silences)).toBe(
    'neighbourhoods: 3 shown (2 of them cannot be told from the city by hate), 1 hidden by the publish gate in all weeks, 1 not collected (no post names them)',
  );
});
