import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FILE_FORMATS, type FileFormat, filesOnDisk, importFiles, ROW_FIELDS } from '@marsad/collector';
import { InputError, type StageReport } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { keepAuthorKey } from '../project/author-key.js';
import { withProject } from '../project/open-project.js';
import { progressLine } from '../report/progress.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { finishStages } from './finish.js';

interface ImportFlags {
  config: string;
  format?: string;
  map?: string;
  source?: string;
}

/** `file-omcd-ary` for `omcd_ary.jsonl.gz`: the source id under which the posts of a file or folder are kept. */
const sourceIdOfFile = (path: string): string => {
  const stem = basename(path)
    .toLowerCase()
    .replace(/\.(gz|csv|tsv|tab|jsonl|ndjson|json|html?|warc|wacz)(?=\.|$)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `file-${stem || 'import'}`;
};

/** `text=body,time=created_at` → `{ text: 'body', time: 'created_at' }`. */
const parseColumnMap = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1 || equals === pair.length - 1) {
        throw new InputError(
          'bad-map',
          `--map: expected field=column pairs such as text=body,time=created_at, got "${pair}"`,
        );
      }
      const field = pair.slice(0, equals).trim();
      if (!ROW_FIELDS.some((known) => known === field)) {
        throw new InputError('bad-map', `--map: expected one of ${ROW_FIELDS.join(', ')} before the =, got "${field}"`);
      }
      return [field, pair.slice(equals + 1).trim()];
    }),
  );

const formatOf = (format: string | undefined): FileFormat | undefined => {
  if (format === undefined) return undefined;
  const known = FILE_FORMATS.find((name) => name === format);
  if (known === undefined)
    throw new InputError('bad-format', `--format: expected ${FILE_FORMATS.join(', ')}, got "${format}"`);
  return known;
};

/** `marsad import`: files of posts → posts in the store. */
export const registerImport: RegisterCommand = (program, run) => {
  program
    .command('import')
    .description('read posts from tables, outboxes, saved pages and web archives (gzip too)')
    .argument('<file...>', 'files to read, or folders of them')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--format <format>', `${FILE_FORMATS.join(', ')} (told by name and content when absent)`)
    .option(
      '--map <pairs>',
      `which column holds what: text=body,time=created_at,author=user (${ROW_FIELDS.join(', ')})`,
    )
    .option('--source <id>', 'source id to keep the posts under (made from the file name when absent)')
    .action((files: string[], flags: ImportFlags) =>
      run(async (context) =>
        withProject(flags.config, async (project) => {
          const { terminal, effects } = context;
          const format = formatOf(flags.format);
          const map = flags.map === undefined ? undefined : parseColumnMap(flags.map);
          for (const file of files) {
            const found = await stat(file).catch(() => undefined);
            if (!found?.isFile() && !found?.isDirectory())
              throw new InputError('file-missing', `expected a file or folder at ${file}, but there is none`);
          }
          const authorKey = await keepAuthorKey(
            project.paths.authorKey,
            async () => (await project.store.counts()).posts > 0,
          );
          const stages: StageReport[] = [];
          let broken = false;
          for (const file of files) {
            const sourceId = flags.source ?? sourceIdOfFile(file);
            // Known from its first row on: a file that cannot be read leaves no source behind.
            let isKept = false;
            const ledger: Parameters<typeof importFiles>[1] = {
              offerPosts: async (posts, rejections, now) => {
                if (!isKept) {
                  const source = { id: sourceId, kind: 'file', name: basename(file), home: null };
                  await project.store.keepSources([source], effects.clock().toISOString());
                  isKept = true;
                }
                return project.store.offerPosts(posts, rejections, now);
              },
            };
            const report = await importFiles(
              { path: file, sourceId, map: map ?? {}, ...(format ? { format } : {}) },
              ledger,
              {
                clock: effects.clock,
                sleep: effects.sleep,
                random: effects.random,
                authorKey,
                secrets: effects.environment,
                files: filesOnDisk('.'),
                onProgress: progressLine(terminal, effects.clock),
              },
            );
            stages.push({ ...report.items, name: `import ${basename(file)}` });
            // The rows of a folder's files are named with the file they stand in.
            const inFolder = (name: string): string => (name === basename(file) ? file : join(file, name));
            for (const { file: name, line, message } of report.rejected)
              terminal.warn(printable(`${inFolder(name)}:${line}: left out: ${message}`));
            const unnamed = report.outcome.rejected - report.rejected.length;
            if (unnamed > 0) terminal.warn(`${file}: and ${unnamed} more left out`);
            for (const error of report.errors) terminal.warn(printable(`${file}: ${error}`));
            broken ||= report.errors.length > 0;
          }
          finishStages(context, stages);
          return broken ? EXIT.foundWrong : EXIT.done;
        }),
      ),
    );
};
