import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFixtureWeb } from '../demo/fixture-web.js';
import { labelSample } from '../demo/label-sample.js';
import { EXIT } from '../exit-codes.js';
import { createAuthorKey } from '../project/author-key.js';
import { withProject } from '../project/open-project.js';
import { projectPaths } from '../project/paths.js';
import { copiesLine } from '../report/copies-line.js';
import { progressLine } from '../report/progress.js';
import { serveObservatory } from '../server/serve-observatory.js';
import { untilInterrupted } from '../server/until-interrupted.js';
import { runStages } from '../stages/run-stages.js';
import type { RegisterCommand } from './command.js';
import { finishStages } from './finish.js';
import { portNumber } from './port-number.js';

interface DemoFlags {
  serve: boolean;
  port: number;
  work: string;
}

/** The demo city in the repository. */
const fixtureFolder = (): string => fileURLToPath(new URL('../../../../fixtures/al-manar/', import.meta.url));

/** Brings the demo's city folder up to date; its database and key survive, so that a second run finds nothing new. */
const prepareDemoCity = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  for (const file of [
    'city.yaml',
    'neighbourhoods.geojson',
    'gazetteer.csv',
    'incidents.csv',
    'interventions.csv',
    'notes.jsonl',
    'narratives.jsonl',
  ]) {
    await copyFile(join(fixtureFolder(), file), join(folder, file));
  }
  const { authorKey } = projectPaths(folder);
  if (!existsSync(authorKey)) await createAuthorKey(authorKey);
  return join(folder, 'city.yaml');
};

/** `marsad demo`: the whole path on the invented city, then the observatory in the browser. */
export const registerDemo: RegisterCommand = (program, run) => {
  program
    .command('demo')
    .description('run the whole path on the invented city Al-Manar and show it in the browser')
    .option('--no-serve', 'stop after the snapshot')
    .option('--port <n>', 'port to listen on; 0 lets the system choose', portNumber, 8600)
    .option('--work <dir>', 'where the demo keeps its city folder', '.marsad-demo')
    .action(({ serve, port, work }: DemoFlags) =>
      run(async (context) => {
        const { terminal, effects, signal } = context;
        const config = await prepareDemoCity(resolve(work));
        const web = await startFixtureWeb({ folder: fixtureFolder() });
        let exit: number;
        let snapshot: string;
        try {
          ({ exit, snapshot } = await withProject(config, async (project) => {
            const onProgress = progressLine(terminal, effects.clock);
            const result = await runStages(
              { project, effects: { ...effects, dial: web.dial }, terminal, signal, onProgress },
              async () => {
                const labelled = await labelSample(project.store, fixtureFolder(), effects.clock().toISOString());
                if (labelled > 0) terminal.say(`${labelled} posts labelled as their writers meant them`);
              },
            );
            finishStages(context, result.stages, { snapshot: result.snapshot, violations: result.violations });
            const copies = copiesLine(await project.store.counts());
            if (copies !== undefined) terminal.say(copies);
            for (const { id, error } of result.unreached) terminal.warn(`source ${id} could not be reached: ${error}`);
            for (const violation of result.violations) terminal.warn(`not accounted for: ${violation}`);
            terminal.say(`snapshot ${result.snapshot.sha256.slice(0, 12)} in ${result.snapshot.path}`);
            const wrong = result.violations.length > 0 || result.unreached.length > 0;
            return { exit: wrong ? EXIT.foundWrong : EXIT.done, snapshot: result.snapshot.path };
          }));
        } finally {
          await web.close();
        }
        if (!serve) {
          terminal.say(`look at it with \`npx --yes pnpm@12 --silent marsad serve ${snapshot}\``);
          return exit;
        }
        const served = await serveObservatory({ snapshot, host: '127.0.0.1', port, clock: effects.clock });
        terminal.say(`the observatory is at ${served.url}  (Ctrl-C ends it)`);
        await untilInterrupted(signal);
        await served.close();
        return exit;
      }),
    );
};
