import { InputError } from '@marsad/records';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { projectPaths } from '../project/paths.js';
import { siteFiles } from '../site/site-files.js';
import { writeSite } from '../site/write-site.js';
import { BASEMAP_FLAG, BASEMAP_HELP } from './basemap-option.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { registerSnapshotCreate } from './snapshot-create.js';
import { registerSnapshotDiff } from './snapshot-diff.js';
import { registerSnapshotInspect } from './snapshot-inspect.js';
import { registerSnapshotMerge } from './snapshot-merge.js';
import { registerSnapshotNotices } from './snapshot-notice.js';
import { registerSnapshotSign } from './snapshot-sign.js';
import { registerSnapshotVerify } from './snapshot-verify.js';

interface PublishFlags {
  config?: string;
  from?: string;
  basemap?: string;
}

/** `marsad snapshot` with its subcommands. */
export const registerSnapshot: RegisterCommand = (program, run) => {
  const snapshot = program
    .command('snapshot')
    .description('make, look into, check, compare, share and publish snapshots');
  registerSnapshotCreate(snapshot, run);
  registerSnapshotInspect(snapshot, run);
  registerSnapshotSign(snapshot, run);
  registerSnapshotNotices(snapshot, run);
  registerSnapshotVerify(snapshot, run);
  snapshot
    .command('publish')
    .description('write the observatory as plain files: the page and the snapshot, for any web server, below any path')
    .argument('<dir>', 'an empty folder, or one that was published into before')
    .option(CONFIG_FLAG, CONFIG_HELP)
    .option('--from <snapshot>', 'snapshot to publish, folder or package, instead of that of a city')
    .option(BASEMAP_FLAG, BASEMAP_HELP)
    .action((dir: string, { config, from, basemap }: PublishFlags) =>
      run(async ({ terminal, json }) => {
        if ((from === undefined) === (config === undefined)) {
          throw new InputError('publish-what', 'expected either --from SNAPSHOT or -c city.yaml');
        }
        const path = from ?? projectPaths((await loadCity(config ?? '')).folder).snapshot;
        const site = await siteFiles(path, basemap);
        await writeSite(site, dir);
        const { ground } = site;
        const files = site.files.size + (ground ? 1 : 0);
        const bytes = [...site.files.values()].reduce((sum, file) => sum + file.length, ground?.bytes ?? 0);
        const report = { path: dir, files, bytes, snapshot: site.snapshot, ...(ground && { basemap: ground.path }) };
        if (json) terminal.out(`${JSON.stringify({ site: report })}\n`);
        terminal.say(
          `site of snapshot ${site.snapshot.slice(0, 12)} in ${dir}: ${files} files, ` +
            `${(bytes / 1e6).toFixed(1)} MB; put the folder on any web server (docs/publishing.md)`,
        );
        return EXIT.done;
      }),
    );
  registerSnapshotDiff(snapshot, run);
  registerSnapshotMerge(snapshot, run);
};
