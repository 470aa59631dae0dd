import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPackage, buildRegion, checkHub, heldSnapshots, inviteCity } from '../src/index.js';
import { cityParts, NOW, signingCity, writePackage } from './signed-city.js';
import { type TempHub, tempHub } from './temp-hub.js';

let temp: TempHub;
let held: string;
let city: ReturnType<typeof signingCity>;
beforeEach(async () => {
  temp = await tempHub();
  city = signingCity('al-manar');
  await inviteCity(temp.hub, { city: city.id, fingerprint: city.fingerprint, now: NOW });
  await addPackage(temp.hub, await writePackage(temp.folder, 'one', city.sign()), NOW);
  const folder = join(temp.hub.folder, 'packages', 'al-manar');
  held = join(folder, (await readdir(folder))[0] ?? '');
});
afterEach(() => temp.remove());

const faults = async (): Promise<string[]> =>
  (await checkHub(temp.hub, NOW)).filter(({ fault }) => fault).map(({ code }) => code);

describe('a check of a hub', () => {
  it('finds nothing wrong with what was taken', async () => {
    expect(await faults()).toEqual([]);
  });

  it('finds nothing wrong with a city whose shares are corrected over all its weeks', async () => {
    const hate = {
      ...{ rate: 0.05, low: 0.03, high: 0.08, versusCity: 'cannot-tell' as const },
      ...{ method: 'labels' as const, labels: 400, tooFewLabels: false },
    };
    const overall = [
      { area: null, posts: 800, estimates: { hate } },
      { area: 'port', posts: 240, estimates: { hate } },
    ];
    const files = city.sign({ ...cityParts(city.id), findings: { overall } });
    expect(await addPackage(temp.hub, await writePackage(temp.folder, 'two', files), NOW)).toMatchObject({
      taken: true,
    });
    expect(await faults()).toEqual([]);
  });

  it.each([0, 1000, -40])('finds a bit changed at byte %i of a package', async (at) => {
    const region = await buildRegion(temp.hub, NOW);
    const bytes = await readFile(held);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(held, bytes);
    expect(await faults()).toEqual(['package-fault']);
    // The region goes on with what was taken; the package is opened for nobody.
    expect(await buildRegion(temp.hub, NOW)).toEqual(region);
    const [snapshot] = await heldSnapshots(temp.hub, NOW);
    await expect(snapshot?.files()).rejects.toThrow('got other bytes');
  });

  it('finds figures in the ledger that are not those of the package', async () => {
    const { told } = await temp.hub.db.selectFrom('told').select('told').executeTakeFirstOrThrow();
    await temp.hub.db.transaction().execute((trx) =>
      trx
        .updateTable('told')
        .set({ told: told.replace('"posts":100', '"posts":101') })
        .execute(),
    );
    expect(await faults()).toEqual(['package-fault']);
  });

  it('a ledger of an older program is shown by opening its packages once', async () => {
    const region = await buildRegion(temp.hub, NOW);
    await temp.hub.db.transaction().execute((trx) => trx.deleteFrom('told').execute());
    await temp.reopen();
    expect(await faults()).toEqual([]);
    expect(await buildRegion(temp.hub, NOW)).toEqual(region);
    await rm(held);
    expect(await buildRegion(await temp.reopen(), NOW)).toEqual(region);
  });

  it('nothing of a version stays in the ledger’s figures when a newer one is taken or it is withdrawn', async () => {
    const kept = async (): Promise<number> => (await temp.hub.db.selectFrom('told').select('package').execute()).length;
    await addPackage(temp.hub, await writePackage(temp.folder, 'two', city.sign()), NOW);
    expect(await kept()).toBe(1);
    await addPackage(
      temp.hub,
      await writePackage(temp.folder, 'back', city.notify({ type: 'withdrawal', versions: [2] })),
      NOW,
    );
    expect(await kept()).toBe(0);
  });

  it('finds a package that is gone', async () => {
    await rm(held);
    expect(await faults()).toEqual(['package-fault']);
  });

  it('finds a key that others may read', async () => {
    await chmod(join(temp.hub.folder, 'hub.key.json'), 0o644);
    expect(await faults()).toEqual(['key-readable']);
  });
});
