import { expect, it } from 'vitest';
import { LATER, NOW, tempStore } from './temp-store.js';

it('sources come back sorted by id, changed ones as they are now, earlier ones too', async () => {
  const { store } = await tempStore();
  await store.keepSources(
    [
      { id: 'forum', kind: 'website', name: 'Old name', home: null },
      { id: 'akhbar', kind: 'website', name: 'Akhbar', home: 'el-qasba' },
    ],
    NOW,
  );
  await store.keepSources([{ id: 'forum', kind: 'website', name: 'Forum', home: 'el-wifaq' }], LATER);
  expect(await store.sources()).toEqual([
    { id: 'akhbar', kind: 'website', name: 'Akhbar', home: 'el-qasba' },
    { id: 'forum', kind: 'website', name: 'Forum', home: 'el-wifaq' },
  ]);
});

it('keeping no source is fine', async () => {
  const { store } = await tempStore();
  await store.keepSources([], NOW);
  expect(await store.sources()).toEqual([]);
});
