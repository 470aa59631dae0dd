import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hub, initHub, openHub, writeHubKey } from '../src/index.js';

export interface TempHub {
  /** a folder beside the hub's, for packages */
  folder: string;
  hub: Hub;
  /** opens it anew, as after a restart */
  reopen: () => Promise<Hub>;
  remove: () => Promise<void>;
}

/** A hub in a folder of its own. */
export const tempHub = async (id = 'test-hub'): Promise<TempHub> => {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-hub-'));
  const path = join(folder, 'hub');
  await initHub(path, { id, names: { en: 'Test hub' } });
  await writeHubKey(path, new Uint8Array(32).fill(id.length));
  const temp: TempHub = {
    folder,
    hub: await openHub(path),
    reopen: async () => {
      await temp.hub.close();
      temp.hub = await openHub(path);
      return temp.hub;
    },
    remove: async () => {
      await temp.hub.close();
      await rm(folder, { recursive: true });
    },
  };
  return temp;
};
