import type { RegisterCommand } from './command.js';
import { registerHubAdd } from './hub-add.js';
import { registerHubCheck } from './hub-check.js';
import { registerHubContest } from './hub-contest.js';
import { registerHubInit } from './hub-init.js';
import { registerHubInvite } from './hub-invite.js';
import { registerHubLibrary } from './hub-library.js';
import { registerHubList } from './hub-list.js';
import { registerHubPassOn } from './hub-pass-on.js';
import { registerHubPublish } from './hub-publish.js';
import { registerHubRegion } from './hub-region.js';
import { registerHubServe } from './hub-serve.js';
import { registerHubSynthesize } from './hub-synthesize.js';

/** `marsad hub`: snapshots of many cities, from the invitation to the copy that is passed on. */
export const registerHub: RegisterCommand = (program, run) => {
  const hub = program.command('hub').description('receive snapshots of many cities, check, compare and pass them on');
  registerHubInit(hub, run);
  registerHubInvite(hub, run);
  registerHubAdd(hub, run);
  registerHubList(hub, run);
  registerHubCheck(hub, run);
  registerHubRegion(hub, run);
  registerHubPassOn(hub, run);
  registerHubLibrary(hub, run);
  registerHubContest(hub, run);
  registerHubServe(hub, run);
  registerHubPublish(hub, run);
  registerHubSynthesize(hub, run);
};
