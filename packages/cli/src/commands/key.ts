import type { RegisterCommand } from './command.js';
import { registerKeyNew } from './key-new.js';
import { registerKeyRotate } from './key-rotate.js';
import { registerKeyShow } from './key-show.js';

/** `marsad key`: the keys by which a city signs what it shares. */
export const registerKey: RegisterCommand = (program, run) => {
  const key = program.command('key').description('keys by which a city signs its snapshots');
  registerKeyNew(key, run);
  registerKeyShow(key, run);
  registerKeyRotate(key, run);
};
