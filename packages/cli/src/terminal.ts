import pc from 'picocolors';

/** What a command may say and where: data to `out`, words and progress to `err`. */
export interface Terminal {
  /** data: goes to standard output */
  out(text: string): void;
  /** one line of words: goes to standard error; silent under --quiet */
  say(line: string): void;
  /** one line that is said even under --quiet */
  warn(line: string): void;
  /** redraws one line in place; does nothing when standard error is not a terminal */
  status(line: string): void;
  readonly isTerminal: boolean;
  readonly colours: ReturnType<typeof pc.createColors>;
}

export interface TerminalOptions {
  quiet: boolean;
  colour: boolean;
}

/** Control characters of collected text must not reach a terminal; line breaks and tabs are kept. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text as it may be printed: control and direction-changing characters replaced. */
export const printable = (text: string): string => text.replace(CONTROL, '\ufffd');

/** Red, the one colour we use, and its end, as picocolors writes them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour is written as one
const OUR_COLOURS = /(\u001b\[3[19]m)/u;

/** The same for a line that we may have coloured. */
const printableLine = (line: string): string =>
  line
    .split(OUR_COLOURS)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');

/** The real terminal: standard output and standard error of this process. */
export const processTerminal = ({ quiet, colour }: TerminalOptions): Terminal => {
  const isTerminal = process.stderr.isTTY === true && !quiet;
  let statusShown = false;
  const clear = (): void => {
    if (statusShown) process.stderr.write('\r\u001b[2K');
    statusShown = false;
  };
  return {
    isTerminal,
    colours: pc.createColors(colour && process.stderr.isTTY === true),
    out: (text) => {
      process.stdout.write(text);
    },
    say: (line) => {
      if (quiet) return;
      clear();
      process.stderr.write(`${printableLine(line)}\n`);
    },
    warn: (line) => {
      clear();
      process.stderr.write(`${printableLine(line)}\n`);
    },
    status: (line) => {
      if (!isTerminal) return;
      const width = process.stderr.columns ?? 80;
      process.stderr.write(`\r\u001b[2K${printable(line).slice(0, width - 1)}`);
      statusShown = true;
    },
  };
};
