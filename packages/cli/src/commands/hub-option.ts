import { type Hub, openHub } from '@marsad/hub';
import type { Terminal } from '../terminal.js';

/** How every command of a hub names its folder. */
export const HUB_FLAG = '--hub <dir>';
export const HUB_HELP = 'folder of the hub; the current one when left out';

/** Opens a hub, says what its ledger has forgotten, does the work and closes it. */
export const withHub = async <T>(
  folder: string | undefined,
  terminal: Terminal,
  work: (hub: Hub) => Promise<T>,
): Promise<T> => {
  const hub = await openHub(folder ?? '.');
  try {
    for (const warning of hub.warnings) terminal.warn(warning);
    return await work(hub);
  } finally {
    await hub.close();
  }
};
