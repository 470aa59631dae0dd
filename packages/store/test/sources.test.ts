import { expect, it } from 'vitest';
import { tempStore } from './temp-store.js';

it('sources come back sorted by id, changed ones as they are now, earlier ones too', async () => {
  const { store } = await tempStore();
  await store.keepSources([
    { id: 'forum', kind: 'website', name: 'Old name', home: null },
    { id: 'akhbar', kind: 'website', name: 'Akhbar', home: 'el-qasba' },
  ]);
  await store.keepSources([{ id: 'forum', kind: 'website', name: 'Forum', home: 'el-wifaq' }]);
  expect(await store.sources()).toEqual([
    { id: 'akhbar', kind: 'website', name: 'Akhbar', home: 'el-qasba' },
    { id: 'forum', kind: 'website', name: 'Forum', home: 'el-wifaq' },
  ]);
});

it('keeping no source is fine', async () => {
  const { store } = await tempStore();
  await store.keepSources([]);
  expect(await store.sources()).toEqual([]);
});
