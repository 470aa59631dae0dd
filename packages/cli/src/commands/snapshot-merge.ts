import { writeFile } from 'node:fs/promises';
import {
  isWithdrawn,
  type LeftOut,
  mergeSnapshots,
  openSnapshotFiles,
  packageBytes,
  readSnapshotFiles,
  verifySnapshotFiles,
  writeSnapshot,
} from '@marsad/observatory';
import { InputError, SNAPSHOT_FILES, sha256 } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';

/** What the merged snapshot does not say, a sentence each. */
const leftOutLines = ({ findings, files, hiddenBlocks, estimates, countsAtLeast }: LeftOut): string[] => [
  ...(findings.length > 0
    ? [`left out, since only the posts could give it for the whole time: ${findings.join(', ')}`]
    : []),
  ...(hiddenBlocks > 0 ? [`hidden: ${hiddenBlocks} groups of weeks that one snapshot shows and another hides`] : []),
  ...(estimates > 0
    ? [`without corrected shares: ${estimates} groups of weeks, of which the snapshots tell different ones`]
    : []),
  ...(countsAtLeast ? ['counts of posts say "at least": some snapshots cover the same weeks'] : []),
  ...(files.length > 0
    ? [`left out, as a merged snapshot is public and not signed by the city: ${files.join(', ')}`]
    : []),
];

const opened = async (path: string) => {
  const files = await openSnapshotFiles(path);
  if (isWithdrawn(files))
    throw new InputError('withdrawn', `${path}: expected a snapshot that stands, got one that its city withdrew`, {
      remedy: 'Leave it out, or ask the city for the snapshot that corrects it.',
    });
  return { files, snapshot: readSnapshotFiles(files, path) };
};

/** `marsad snapshot merge`: snapshots of one city over successive periods as one. */
export const registerSnapshotMerge: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('merge')
    .description('put snapshots of one city over successive periods into one; what one of them hides stays hidden')
    .argument('<snapshot...>', 'snapshots, folders or packages')
    .requiredOption('-o, --output <path>', 'where to write it: a folder, or a package when it ends in .zip')
    .action((paths: string[], { output }: { output: string }) =>
      run(async ({ terminal, json }) => {
        const given = [];
        for (const path of paths) given.push(await opened(path));
        const { files: merged, from, leftOut } = mergeSnapshots(given);
        const files = merged ?? given[0]?.files ?? new Map();
        const { ok, problems } = verifySnapshotFiles(files);
        if (!ok)
          throw new InputError('merge-unfit', `expected a merged snapshot that verifies, but ${problems.join('; ')}`);
        if (output.endsWith('.zip')) await writeFile(output, await packageBytes(files), { flag: 'wx' });
        else await writeSnapshot(files, output);
        const hash = sha256(files.get(SNAPSHOT_FILES.manifest) ?? '');
        if (json)
          terminal.out(`${JSON.stringify({ snapshot: { path: output, sha256: hash }, mergedFrom: from, leftOut })}\n`);
        terminal.say(
          merged === null
            ? `all of these are one snapshot, ${hash.slice(0, 12)}; copied to ${output}`
            : `snapshot ${hash.slice(0, 12)} of ${from.length} snapshots in ${output}`,
        );
        for (const line of leftOutLines(leftOut)) terminal.say(`  ${line}`);
        return EXIT.done;
      }),
    );
};
