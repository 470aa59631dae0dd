import { createInterface } from 'node:readline';
import { InputError, MarsadError } from '@marsad/records';

/** Where a password comes from: a terminal, or what is piped in. */
export interface PasswordInput extends NodeJS.ReadableStream {
  isTTY?: boolean;
  setRawMode?: (raw: boolean) => unknown;
}

const ENTER = '\r';
const INTERRUPT = '\u0003';
const END = '\u0004';
const BACKSPACE = '\b';
const DELETE = '\u007f';

/** One line from a terminal that does not show it. */
const readHidden = (input: PasswordInput): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (end: () => void): void => {
      input.off('data', onData);
      input.setRawMode?.(false);
      input.pause();
      end();
    };
    const onData = (chunk: Buffer | string): void => {
      for (const sign of String(chunk)) {
        if ([INTERRUPT, END].includes(sign)) {
          finish(() => reject(new MarsadError('interrupted', 'interrupted')));
          return;
        }
        if ([ENTER, '\n'].includes(sign)) {
          finish(() => resolve(typed.join('')));
          return;
        }
        typed = [BACKSPACE, DELETE].includes(sign) ? typed.slice(0, -1) : [...typed, sign];
      }
    };
    input.setEncoding('utf8');
    input.setRawMode?.(true);
    input.on('data', onData);
    input.resume();
  });

const readFirstLine = async (input: PasswordInput): Promise<string> => {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) return line;
  return '';
};

/**
 * A new password: typed twice unseen at a terminal, or the first line of what is piped in. Never an argument, which every
 * user of the machine can read.
 * @param say asks
 * @throws InputError when the two differ
 */
export const readPassword = async (input: PasswordInput, say: (question: string) => void): Promise<string> => {
  if (input.isTTY !== true) return readFirstLine(input);
  say('password (it is not shown):');
  const first = await readHidden(input);
  say('the same again:');
  if ((await readHidden(input)) === first) return first;
  throw new InputError('passwords-differ', 'password: expected the same twice', { remedy: 'Nothing was changed.' });
};
