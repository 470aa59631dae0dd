import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshotFiles, signatureFindings, verifySnapshotFiles } from '@marsad/observatory/snapshot';
import { InputError, SNAPSHOT_FILES } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';

/** The snapshot within a published site, where the folder is one and holds no snapshot itself. */
const snapshotWithin = (path: string): string | undefined => {
  const data = join(path, 'data');
  const holds = (folder: string): boolean => existsSync(join(folder, SNAPSHOT_FILES.manifest));
  return !holds(path) && holds(data) ? data : undefined;
};

interface Result {
  path: string;
  ok: boolean;
  problems: string[];
  notes: string[];
  signature?: string[];
}

/** A package that is not as it was made is found wrong, as a changed folder is; that there is no snapshot is wrong use. */
const whyUnfit = (error: unknown): InputError => {
  if (error instanceof InputError && error.code === 'unfit-package') return error;
  throw error;
};

/** A fingerprint as people write it down: spaces between groups, capitals. */
const fingerprintFrom = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const plain = text.replaceAll(/[\s:-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(plain))
    throw new InputError(
      'bad-fingerprint',
      `--key: expected a fingerprint of 64 hexadecimal digits, got ${plain.length} signs`,
      {
        remedy: 'The city sees it with `marsad key show`; put it in quotation marks if it has spaces.',
      },
    );
  return plain;
};

/** `marsad snapshot verify`: whether a snapshot is whole, within the gate, and what its signature proves. */
export const registerSnapshotVerify: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('verify')
    .description(
      'check every file of a snapshot against its manifest, its figures against the publish gate, and its signature',
    )
    .argument('<snapshot...>', 'snapshots, folders or packages')
    .option('--key <fingerprint>', 'the city that must have signed it, as it told you on another way')
    .action((paths: string[], { key }: { key?: string }) =>
      run(async ({ terminal, json }) => {
        const fingerprint = fingerprintFrom(key);
        const results: Result[] = [];
        for (const path of paths) {
          const files = await openSnapshotFiles(path).catch(whyUnfit);
          if (files instanceof InputError) {
            const { message, remedy } = files;
            const problem = message.replace(`${path}: `, '');
            results.push({ path, ok: false, problems: [problem, ...(remedy ? [remedy] : [])], notes: [] });
            continue;
          }
          const { ok, problems, notes, signature } = verifySnapshotFiles(files);
          const told = fingerprint === undefined ? undefined : signatureFindings(files, fingerprint);
          const foreign = ok ? (told?.problems ?? []) : [];
          const proves = foreign.length > 0 ? undefined : (told?.proves ?? signature);
          const all = [...problems, ...foreign];
          results.push({ path, ok: all.length === 0, problems: all, notes, ...(proves && { signature: proves }) });
        }
        if (json) terminal.out(`${JSON.stringify({ snapshots: results })}\n`);
        for (const { path, ok, problems, notes, signature } of results) {
          if (ok)
            terminal.say(
              notes.length === 0
                ? `${path}: whole and within the publish gate`
                : `${path}: whole, of another format; what today's publish gate would say of it:`,
            );
          if (ok) for (const note of [...notes, ...(signature ?? ['not signed'])]) terminal.say(`  ${note}`);
          for (const problem of problems) terminal.warn(`${path}: ${problem}`);
          const within = snapshotWithin(path);
          if (within !== undefined)
            terminal.warn(`→ ${path} is a published site; its snapshot: \`marsad snapshot verify ${within}\``);
        }
        return results.every(({ ok }) => ok) ? EXIT.done : EXIT.foundWrong;
      }),
    );
};
