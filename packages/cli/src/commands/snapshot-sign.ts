import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  envelopeBytes,
  firstRemembered,
  hashOfSigned,
  judgePackage,
  openSnapshotFiles,
  packageBytes,
  readableFingerprint,
  signed,
  signSnapshot,
  tierOfFiles,
} from '@marsad/observatory/snapshot';
import { InputError } from '@marsad/records';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { keyPairsOf, openCityKeys, writeKeyFile } from '../keys/city-keys.js';
import { PASSPHRASE_FLAG, passphraseFrom } from '../keys/passphrase.js';
import { writeNewFile } from '../keys/write-new-file.js';
import { projectPaths } from '../project/paths.js';
import type { RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { wholeNumber } from './whole-number.js';

/** A snapshot a week, and a month of grace: later, a hub asks for a newer one. */
const HOLDS_DAYS = 35;
const LONGEST_DAYS = 366;

interface SignFlags {
  config: string;
  for?: string;
  expires: number;
  atLeast: number;
  output: string;
  passphraseFile?: string;
}

/** `marsad snapshot sign`: a package that hubs can take, of a snapshot folder or an unsigned package. */
export const registerSnapshotSign: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('sign')
    .description('sign a snapshot with the keys of the city, and write it as a package to hand on')
    .argument('[snapshot]', 'folder or package of the city; its own snapshot folder when left out')
    .requiredOption(CONFIG_FLAG, CONFIG_HELP)
    .option('--for <hub>', 'the only hub that may take it, by its id; any hub when left out')
    .option('--expires <days>', 'days for which it holds', wholeNumber('--expires', 1), HOLDS_DAYS)
    .option(
      '--at-least <version>',
      'the version to go on from, where a hub knows a higher one: after a loss of keys/signed, or stolen keys',
      wholeNumber('--at-least', 1),
      1,
    )
    .requiredOption('-o, --output <file.zip>', 'a new file')
    .option(PASSPHRASE_FLAG, 'passphrase of the keys, in the first line of this file')
    .action(
      (from: string | undefined, { config, for: audience, expires, atLeast, output, passphraseFile }: SignFlags) =>
        run(async ({ terminal, json, effects }) => {
          if (expires > LONGEST_DAYS)
            throw new InputError(
              'expires-too-late',
              `--expires: expected at most ${LONGEST_DAYS} days, got ${expires}`,
            );
          const { folder } = await loadCity(config);
          const paths = projectPaths(folder);
          const keys = await openCityKeys(paths.keys);
          const path = from ?? paths.snapshot;
          const files = await openSnapshotFiles(path);
          const taken = await access(output).then(
            () => true,
            () => false,
          );
          if (taken)
            throw new InputError('exists', `${output}: expected the name of a new file, but there is one already`);
          const pairs = await keyPairsOf(keys, keys.newest.signing, await passphraseFrom(passphraseFile));
          const now = effects.clock();
          const version = Math.max(atLeast, (keys.signed.at(-1)?.signed.version ?? 0) + 1);
          const { files: whole, statement } = signSnapshot(files, {
            keySets: keys.sets,
            pairs,
            // Signed anew, so that notices of before a rotation hold with the newest keys.
            notices: keys.notices.map((notice) => signed(notice.signed, pairs)),
            version,
            audience: audience ?? null,
            now,
            days: expires,
          });
          refuseWhatHubsRefuse(
            whole,
            { city: statement.city, hub: audience, fingerprint: keys.fingerprint, version },
            now,
            path,
          );
          // The version is taken before the package is there: one that was lost is harmless, one used twice is refused.
          await writeKeyFile(join(keys.folder, 'signed', `${version}.json`), envelopeBytes(signed(statement, pairs)));
          await writeNewFile(output, await packageBytes(whole));
          const report = {
            path: output,
            city: statement.city,
            version,
            tier: tierOfFiles(whole),
            audience: statement.audience,
            expires: statement.expires,
            statement: hashOfSigned(statement),
            fingerprint: keys.fingerprint,
          };
          if (json) terminal.out(`${JSON.stringify({ signed: report })}\n`);
          terminal.say(
            `version ${version} of ${statement.city} (${report.tier}) for ${audience ?? 'any hub'}, until ${statement.expires}, in ${output}`,
          );
          terminal.say(`fingerprint: ${readableFingerprint(keys.fingerprint)}`);
          return EXIT.done;
        }),
    );
};

interface Signed {
  city: string;
  hub: string | undefined;
  fingerprint: string;
  version: number;
}

/** What a hub would refuse is not signed: the city hears of it first. */
const refuseWhatHubsRefuse = (
  files: ReadonlyMap<string, Uint8Array>,
  { city, hub, fingerprint, version }: Signed,
  now: Date,
  path: string,
): void => {
  const invited = firstRemembered({ city, hub: hub ?? 'any-hub', fingerprint });
  const zeros = '0'.repeat(64);
  // A hub that has followed the city up to here.
  const newest =
    version === 1
      ? null
      : { version: version - 1, statement: zeros, manifests: { public: zeros }, issued: '', expires: '' };
  const { refusals } = judgePackage(files, { ...invited, newest }, now);
  if (refusals.length === 0) return;
  const said = refusals.map(({ message }) => message).join('; ');
  throw new InputError('hubs-would-refuse', `${path}: expected a snapshot that hubs take, but ${said}`, {
    remedy: refusals.map(({ remedy }) => remedy)[0] ?? '',
  });
};
