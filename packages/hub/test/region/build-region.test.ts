import { lowerTier } from '@marsad/observatory/snapshot';
import { type Block, region as regionSchema } from '@marsad/records';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPackage, answerContest, buildRegion, checkHub, inviteCity, raiseContest } from '../../src/index.js';
import { reckonRegion } from '../reckoned-region.js';
import { cityParts, NOW, signingCity, writePackage } from '../signed-city.js';
import { type TempHub, tempHub } from '../temp-hub.js';

let temp: TempHub;
beforeEach(async () => {
  temp = await tempHub();
});
afterEach(() => temp.remove());

const invited = async (id: string) => {
  const city = signingCity(id);
  await inviteCity(temp.hub, { city: id, fingerprint: city.fingerprint, now: NOW });
  return city;
};

const add = async (name: string, files: ReadonlyMap<string, Uint8Array>) =>
  addPackage(temp.hub, await writePackage(temp.folder, name, files), NOW);

it('a region of no city is empty and readable', async () => {
  await invited('silent');
  const region = await buildRegion(temp.hub, NOW);
  expect(regionSchema.parse(region)).toEqual(region);
  expect(region.cities).toEqual([]);
});

it('a region holds series, methods, timelines, notices and resources of its cities, and is the same each time', async () => {
  const [a, b, c] = [await invited('a-city'), await invited('b-city'), await invited('c-city')];
  await add('a1', a.sign(cityParts('a-city', { hate: 3 })));
  const later = cityParts('a-city', { hate: 4 });
  await add('a2', a.sign({ ...later, model: { ...later.model, version: '0.5.0' } }));
  await add('b1', b.sign(cityParts('b-city', { hate: 8 })));
  await add('b-notice', b.notify({ type: 'correction', versions: [1] }));
  await add('c1', c.sign(cityParts('c-city', { hate: 6 })));
  const region = await buildRegion(temp.hub, NOW);
  expect(regionSchema.parse(region)).toEqual(region);
  expect(region.cities.map(({ id, series }) => [id, series.length])).toEqual([
    ['a-city', 8],
    ['b-city', 8],
    ['c-city', 8],
  ]);
  expect(region.cities[0]?.timeline.map(({ version, state, changed }) => ({ version, state, changed }))).toEqual([
    { version: 1, state: 'superseded', changed: [] },
    { version: 2, state: 'held', changed: ['model'] },
  ]);
  expect(region.cities[0]?.method).toMatchObject({
    measuredLanguages: ['ara', 'fra'],
    sources: { website: 3 },
    labels: 0,
  });
  expect(region.cities[1]?.notices).toHaveLength(1);
  expect(region.resources.map(({ from }) => from)).toEqual(['a-city', 'b-city', 'c-city']);
  const [first] = region.comparisons;
  expect(first?.period.id).toBe('last-4');
  expect(first?.common).toMatchObject({ cities: 2, posts: 800 });
  expect(first?.cities[0]?.reasons[0]?.code).toBe('other-model');
  expect(first?.cities[1]?.notes.map(({ code }) => code)).toContain('correction-announced');
  expect(JSON.stringify(await buildRegion(await temp.reopen(), NOW))).toBe(JSON.stringify(region));
});

it('a region holds what is contested with the name of its place, and what was answered with its answer', async () => {
  const a = await invited('a-city');
  await add('a1', a.sign());
  const about = { kind: 'cell' as const, area: 'port', weeks: null };
  const contest = { city: 'a-city', about, by: 'Council', text: { en: 'These posts were news.' } };
  await raiseContest(temp.hub, { ...contest, id: 'open' }, NOW);
  await raiseContest(temp.hub, { ...contest, id: 'settled' }, NOW);
  await answerContest(temp.hub, { city: 'a-city', id: 'settled', by: 'City office', text: { en: 'Corrected.' } }, NOW);
  const region = await buildRegion(temp.hub, NOW);
  expect(regionSchema.parse(region)).toEqual(region);
  const [city] = region.cities;
  expect(city?.contests.map(({ id }) => id)).toEqual(['open']);
  expect(city?.answered?.map(({ id, answer }) => [id, answer?.by])).toEqual([['settled', 'City office']]);
  expect(city?.places).toEqual({ port: { en: 'Port' } });
});

it('a region is reckoned again from the public files of its cities, and a number of its own would be seen', async () => {
  const blocks = new Map<string, Block[]>();
  for (const [at, id] of ['a-city', 'b-city', 'c-city'].entries()) {
    const city = await invited(id);
    const files = city.sign(cityParts(id, { hate: 3 + 2 * at }));
    await add(id, files);
    const open = lowerTier(files, 'public').get('figures.json');
    blocks.set(id, (JSON.parse(new TextDecoder().decode(open)) as { blocks: Block[] }).blocks);
  }
  const region = await buildRegion(temp.hub, NOW);
  const { rates, together } = reckonRegion(region, blocks);
  expect(rates).toBe(15);
  expect(together).toBeGreaterThanOrEqual(5);
  const [first] = region.comparisons[0]?.cities ?? [];
  if (first) first.posts += 1;
  expect(() => reckonRegion(region, blocks)).toThrow(/a-city, last-4/);
});

it('a city that withdrew its figures stands in the region without any', async () => {
  const a = await invited('a-city');
  await add('a1', a.sign());
  await add('notice', a.notify({ type: 'withdrawal', versions: [1] }));
  const region = await buildRegion(temp.hub, NOW);
  expect(region.cities[0]).toMatchObject({ id: 'a-city', series: [] });
  expect(region.cities[0]?.timeline[0]?.state).toBe('withdrawn');
  expect(region.comparisons).toEqual([]);
});

it('a check names what expires, who is silent and who never sent, and finds no fault in what is whole', async () => {
  const a = await invited('a-city');
  await invited('silent');
  await add('a1', a.sign());
  const codes = async (at: string) =>
    (await checkHub(temp.hub, new Date(at))).map(({ code, city, fault }) => `${fault ? 'FAULT ' : ''}${city} ${code}`);
  expect(await codes('2026-11-21T00:00:00Z')).toEqual(['silent never-sent']);
  expect(await codes('2027-01-10T00:00:00Z')).toEqual(['a-city expires-soon', 'a-city silent', 'silent never-sent']);
  expect(await codes('2027-02-10T00:00:00Z')).toEqual(['a-city expired', 'a-city silent', 'silent never-sent']);
});
