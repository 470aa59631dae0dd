import type { RegisterCommand } from './command.js';

/** Loads a command's file; the others stay unread, as all of them together take longer to load than many take to run. */
type LoadCommand = () => Promise<RegisterCommand>;

/**
 * Every command by its name, in the order in which `marsad --help` lists them. Remove a line and its file to remove a
 * command.
 */
const COMMANDS: ReadonlyMap<string, LoadCommand> = new Map<string, LoadCommand>([
  ['demo', async () => (await import('./demo.js')).registerDemo],
  ['init', async () => (await import('./init.js')).registerInit],
  ['areas', async () => (await import('./areas.js')).registerAreas],
  ['gazetteer', async () => (await import('./gazetteer.js')).registerGazetteer],
  ['doctor', async () => (await import('./doctor.js')).registerDoctor],
  ['run', async () => (await import('./run.js')).registerRun],
  ['collect', async () => (await import('./collect.js')).registerCollect],
  ['import', async () => (await import('./import.js')).registerImport],
  ['classify', async () => (await import('./classify.js')).registerClassify],
  ['detect-language', async () => (await import('./detect-language.js')).registerDetectLanguage],
  ['extract', async () => (await import('./extract.js')).registerExtract],
  ['place', async () => (await import('./place.js')).registerPlace],
  ['tally', async () => (await import('./tally.js')).registerTally],
  ['review', async () => (await import('./review.js')).registerReview],
  ['label', async () => (await import('./label.js')).registerLabel],
  ['incident', async () => (await import('./incident.js')).registerIncident],
  ['intervention', async () => (await import('./intervention.js')).registerIntervention],
  ['note', async () => (await import('./note.js')).registerNote],
  ['narrative', async () => (await import('./narrative.js')).registerNarrative],
  ['key', async () => (await import('./key.js')).registerKey],
  ['snapshot', async () => (await import('./snapshot.js')).registerSnapshot],
  ['serve', async () => (await import('./serve.js')).registerServe],
  ['hub', async () => (await import('./hub.js')).registerHub],
  ['user', async () => (await import('./user.js')).registerUser],
  ['evaluate', async () => (await import('./evaluate.js')).registerEvaluate],
  ['train', async () => (await import('./train.js')).registerTrain],
]);

/**
 * The commands that a command line needs to know of: the one that it names, and all of them where it names none (help,
 * a misspelt name).
 * @param argv what follows the program's name
 */
export const commandsFor = async (argv: readonly string[]): Promise<readonly RegisterCommand[]> => {
  if (argv.length > 0 && argv.every((word) => ['--version', '-V'].includes(word))) return [];
  // Global flags take no value, so the first other word is the command's name.
  const named = COMMANDS.get(argv.find((word) => !word.startsWith('-')) ?? '');
  return named ? [await named()] : await Promise.all([...COMMANDS.values()].map((load) => load()));
};
