import { expect, it } from 'vitest';
import { LATER, NOW, tempStore } from './temp-store.js';

it('the last run is the one that began last, with its report as it was', async () => {
  const { store } = await tempStore();
  expect(await store.lastRun()).toBeNull();
  const report = { stages: [{ name: 'collect', in: 3, out: 2, dropped: { 'no-text': 1 } }] };
  const late = { id: 'b', startedAt: LATER, finishedAt: LATER, report };
  await store.saveRun(late);
  await store.saveRun({ id: 'a', startedAt: NOW, finishedAt: LATER, report: null });
  expect(await store.lastRun()).toEqual(late);
});

it('a run saved again takes the place of the earlier report', async () => {
  const { store } = await tempStore();
  await store.saveRun({ id: 'a', startedAt: NOW, finishedAt: NOW, report: { posts: 1 } });
  await store.saveRun({ id: 'a', startedAt: NOW, finishedAt: LATER, report: { posts: 2 } });
  expect(await store.lastRun()).toEqual({ id: 'a', startedAt: NOW, finishedAt: LATER, report: { posts: 2 } });
});

it('runs are put in order by time, however the time is written', async () => {
  const { store } = await tempStore();
  await store.saveRun({ id: 'first', startedAt: '2026-04-01T08:00:00Z', finishedAt: NOW, report: 1 });
  await store.saveRun({ id: 'second', startedAt: '2026-04-01T08:00:00.500Z', finishedAt: NOW, report: 2 });
  expect((await store.lastRun())?.id).toBe('second');
});
