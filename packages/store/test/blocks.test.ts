import type { Block } from '@marsad/records';
import { expect, it } from 'vitest';
import { tempStore } from './temp-store.js';

const hidden = (area: string | null): Block => ({
  area,
  weeks: ['2026-W14', '2026-W20'],
  status: 'suppressed',
  reason: 'too-few-posts',
});

it('the blocks of a tally come back in their order, in place of the earlier ones', async () => {
  const { store } = await tempStore();
  expect(await store.blocks()).toEqual([]);
  await store.replaceBlocks([hidden('old')]);
  const blocks = [hidden(null), ...Array.from({ length: 1200 }, (_, index) => hidden(`area-${index}`))];
  await store.replaceBlocks(blocks);
  expect(await store.blocks()).toEqual(blocks);
});

it('what a tally found beyond single blocks is kept with them, and goes with them', async () => {
  const { store } = await tempStore();
  expect(await store.findings()).toEqual({});
  const found = { changes: [{ area: null, signal: 'hate' as const, series: 'raw' as const, weeks: ['2026-W20'] }] };
  await store.replaceBlocks([hidden(null)], { findings: found });
  expect(await store.findings()).toEqual(found);
  await store.replaceBlocks([hidden(null)]);
  expect(await store.findings()).toEqual({});
});
