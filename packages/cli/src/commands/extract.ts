import { readFile } from 'node:fs/promises';
import { decodeHtml, extractMainText } from '@marsad/collector';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from './command.js';

/** `marsad extract`: one JSON line a page, `{file, title, text, publishedAt, language}`. */
export const registerExtract: RegisterCommand = (program, run) => {
  program
    .command('extract')
    .description('take the main text out of HTML files')
    .argument('<file.html...>', 'pages')
    .option('--url <url>', 'address the page came from', 'https://page.invalid/')
    .action((files: string[], { url }: { url: string }) =>
      run(async ({ terminal }) => {
        let failed = 0;
        for (const file of files) {
          const bytes = await readFile(file).catch(() => undefined);
          if (bytes === undefined) {
            failed += 1;
            terminal.warn(`${file}: expected a readable file`);
            terminal.out(`${JSON.stringify({ file, error: { code: 'file-missing', message: 'cannot be read' } })}\n`);
            continue;
          }
          const { title, text, publishedAt, language } = extractMainText(decodeHtml(bytes, {}).text, { url });
          terminal.out(
            `${JSON.stringify({ file, title, text, publishedAt: publishedAt ?? null, language: language ?? null })}\n`,
          );
        }
        return failed === files.length ? EXIT.couldNotRun : failed > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );
};
