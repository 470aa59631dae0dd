import { join } from 'node:path';
import {
  envelopeBytes,
  keysAndNotices,
  openSnapshotFiles,
  packageBytes,
  SIGNATURE_FILE,
  signed,
} from '@marsad/observatory/snapshot';
import { envelopeOf, InputError, type KeySet, type Notice, snapshotStatement } from '@marsad/records';
import { loadCity } from '../config/load-city.js';
import { EXIT } from '../exit-codes.js';
import { keyPairsOf, openCityKeys, writeKeyFile } from '../keys/city-keys.js';
import { PASSPHRASE_FLAG, passphraseFrom } from '../keys/passphrase.js';
import { writeNewFile } from '../keys/write-new-file.js';
import { projectPaths } from '../project/paths.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { CONFIG_FLAG, CONFIG_HELP } from './config-option.js';
import { collectTexts, textsFrom } from './texts-option.js';

interface NoticeFlags {
  config: string;
  reason: string[];
  by?: string;
  notOurs?: boolean;
  into?: string;
  output?: string;
  passphraseFile?: string;
}

const versionOf = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new InputError('bad-version', `expected the version of a snapshot, such as 3, got "${text}"`);
  return Number(text);
};

/** The files of a package that the newest keys of this city have signed. */
const filesOf = async (path: string, { owner, signing }: KeySet): Promise<Map<string, Uint8Array>> => {
  const files = await openSnapshotFiles(path);
  const bytes = files.get(SIGNATURE_FILE);
  const signature = bytes && envelopeOf(snapshotStatement).safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  if (signature?.signed.city !== owner)
    throw new InputError('not-our-package', `${path}: expected a signed package of ${owner}, got another`);
  if (!signature.signatures.every(({ key }) => signing.keys.includes(key)))
    throw new InputError(
      'signed-before',
      `${path}: expected a package that the newest keys have signed, got an older one`,
      {
        remedy: 'Leave out --into and send the notices alone: hubs take them, and refuse the snapshot beside them.',
      },
    );
  return files;
};

const write = async (
  type: Notice['type'],
  versions: readonly string[],
  { config, reason, by, notOurs = false, into, output, passphraseFile }: NoticeFlags,
  { terminal, json, effects }: CommandContext,
): Promise<number> => {
  if (into !== undefined && output === undefined)
    throw new InputError('notice-where', '--into: expected the name of a new package with it: -o FILE.zip');
  const { folder } = await loadCity(config);
  const keys = await openCityKeys(projectPaths(folder).keys);
  const about = [...new Set(versions.map(versionOf))].sort((a, b) => a - b);
  const known = new Set(keys.signed.map((envelope) => envelope.signed.version));
  const corrected = by === undefined ? undefined : versionOf(by);
  for (const version of corrected === undefined ? about : [...about, corrected])
    if (!known.has(version) && !notOurs)
      throw new InputError('no-such-version', `expected a version that was signed, got ${version}`, {
        remedy: '`marsad key show` tells the last one. One that somebody else signed: `withdraw --not-ours`.',
      });
  const before = into === undefined ? new Map<string, Uint8Array>() : await filesOf(into, keys.newest);
  const pairs = await keyPairsOf(keys, keys.newest.signing, await passphraseFrom(passphraseFile));
  const notice: Notice = {
    type,
    city: keys.newest.owner,
    number: keys.notices.length + 1,
    versions: about,
    reason: textsFrom('--reason', reason),
    issued: effects.clock().toISOString(),
    ...(corrected !== undefined && { correctedBy: corrected }),
  };
  const all = [...keys.notices.map((envelope) => envelope.signed), notice].map((said) => signed(said, pairs));
  await writeKeyFile(join(keys.folder, 'notices', `${notice.number}.json`), envelopeBytes(signed(notice, pairs)));
  if (output !== undefined)
    await writeNewFile(
      output,
      await packageBytes(new Map([...before, ...keysAndNotices({ keySets: keys.sets, notices: all })])),
    );
  if (json) terminal.out(`${JSON.stringify({ notice, path: output ?? null })}\n`);
  terminal.say(
    `notice ${notice.number}: ${type} of ${about.join(', ')}${output === undefined ? '' : `, in ${output}`}`,
  );
  terminal.say(
    output === undefined
      ? '→ it goes with the next package: `marsad snapshot sign`'
      : '→ send it to every hub that has one of these versions; hubs pass it on',
  );
  return EXIT.done;
};

/** `marsad snapshot withdraw` and `marsad snapshot correct`: signed notices, which travel wherever the snapshot went. */
export const registerSnapshotNotices: RegisterCommand = (snapshot, run) => {
  const options = (name: string, description: string) =>
    snapshot
      .command(name)
      .description(description)
      .argument('<version...>', 'versions as `marsad snapshot sign` told them')
      .requiredOption(CONFIG_FLAG, CONFIG_HELP)
      .requiredOption('--reason <language=words>', 'why, once for each of ar, en, fr', collectTexts, [])
      .option('-o, --output <file.zip>', 'write the notices, with the keys, as a package of their own')
      .option('--into <file.zip>', 'a signed package whose files go into that package too')
      .option(PASSPHRASE_FLAG, 'passphrase of the keys, in the first line of this file');
  options('withdraw', 'take signed snapshots back')
    .option('--not-ours', 'the versions were signed by somebody else, with stolen keys')
    .action((versions: string[], flags: NoticeFlags) =>
      run((context) => write('withdrawal', versions, flags, context)),
    );
  options('correct', 'say what was wrong in signed snapshots, and which one is right')
    .requiredOption('--by <version>', 'the signed version that holds the right figures')
    .action((versions: string[], flags: NoticeFlags) =>
      run((context) => write('correction', versions, flags, context)),
    );
};
