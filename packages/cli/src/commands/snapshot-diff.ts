import { diffSnapshots, inspectSnapshot, isFinding, readSnapshot } from '@marsad/observatory';
import { INTERFACE_LANGUAGES, InputError, type InterfaceLanguage } from '@marsad/records';
import { EXIT } from '../exit-codes.js';
import { diffLines } from '../report/diff-lines.js';
import { printable } from '../terminal.js';
import type { RegisterCommand } from './command.js';

const languageOf = (code: string): InterfaceLanguage => {
  const found = INTERFACE_LANGUAGES.find((language) => language === code);
  if (found === undefined)
    throw new InputError('no-such-language', `--lang: expected ${INTERFACE_LANGUAGES.join(', ')}, got ${code}`);
  return found;
};

/** `marsad snapshot diff`: what changed between two snapshots of a city, in words, and why. */
export const registerSnapshotDiff: RegisterCommand = (snapshot, run) => {
  snapshot
    .command('diff')
    .description('say in words what changed between two snapshots of a city, and why; ends with 1 for a broken promise')
    .argument('<old>', 'the earlier snapshot, folder or package')
    .argument('<new>', 'the later one')
    .option('--lang <code>', 'language of the sentences: en, fr or ar', 'en')
    .action((old: string, later: string, { lang }: { lang: string }) =>
      run(async ({ terminal, json }) => {
        const language = languageOf(lang);
        const [before, after] = [await readSnapshot(old), await readSnapshot(later)];
        const [first, second] = [await inspectSnapshot(old), await inspectSnapshot(later)];
        const changes = diffSnapshots(before, after);
        const broken = changes.some(isFinding);
        if (json) {
          const of = (path: string, { hash, manifest }: typeof before, { tier, version }: typeof first) => ({
            path,
            sha256: hash,
            format: manifest.format.version,
            weeks: manifest.weeks,
            tier,
            version,
          });
          const listed = changes.map((change) => ({ ...change, finding: isFinding(change) }));
          terminal.out(
            `${JSON.stringify({ from: of(old, before, first), to: of(later, after, second), ok: !broken, changes: listed })}\n`,
          );
        } else terminal.out(`${diffLines(changes, language, isFinding, [first, second]).map(printable).join('\n')}\n`);
        return broken ? EXIT.foundWrong : EXIT.done;
      }),
    );
};
