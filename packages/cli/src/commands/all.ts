import { registerAreas } from './areas.js';
import { registerClassify } from './classify.js';
import { registerCollect } from './collect.js';
import type { RegisterCommand } from './command.js';
import { registerDemo } from './demo.js';
import { registerDetectLanguage } from './detect-language.js';
import { registerDoctor } from './doctor.js';
import { registerEvaluate } from './evaluate.js';
import { registerExtract } from './extract.js';
import { registerGazetteer } from './gazetteer.js';
import { registerImport } from './import.js';
import { registerInit } from './init.js';
import { registerLabel } from './label.js';
import { registerPlace } from './place.js';
import { registerReview } from './review.js';
import { registerRun } from './run.js';
import { registerServe } from './serve.js';
import { registerSnapshot } from './snapshot.js';
import { registerTally } from './tally.js';
import { registerTrain } from './train.js';

/** Every command, in the order in which `marsad --help` lists them. Remove a line and its file to remove a command. */
export const COMMANDS: readonly RegisterCommand[] = [
  registerDemo,
  registerInit,
  registerAreas,
  registerGazetteer,
  registerDoctor,
  registerRun,
  registerCollect,
  registerImport,
  registerClassify,
  registerDetectLanguage,
  registerExtract,
  registerPlace,
  registerTally,
  registerReview,
  registerLabel,
  registerSnapshot,
  registerServe,
  registerEvaluate,
  registerTrain,
];
