import { inspectSnapshot } from '@marsad/observatory';
import { EXIT } from '../exit-codes.js';
import { inspectionLines } from '../report/inspection-lines.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';

/** `marsad snapshot inspect`: what a snapshot is, without opening the page. */
export const registerSnapshotInspect: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('inspect')
    .description('say what a snapshot is: city, weeks, tier, version, files, counts, and what its signature proves')
    .argument('<snapshot>', 'a snapshot, folder or package')
    .action((path: string) =>
      run(async ({ terminal, json }) => {
        const inspection = await inspectSnapshot(path);
        if (json) terminal.out(`${JSON.stringify({ snapshot: { path, ...inspection } })}\n`);
        else terminal.out(`${inspectionLines(path, inspection).map(printable).join('\n')}\n`);
        return inspection.ok ? EXIT.done : EXIT.foundWrong;
      }),
    );
};
