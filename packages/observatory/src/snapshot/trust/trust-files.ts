/** The files of a snapshot that are signed themselves, and so stand in no manifest. */
export const SIGNATURE_FILE = 'signature.json';

const numbered = (folder: string) => ({
  path: (number: number): string => `${folder}/${number}.json`,
  number: (path: string): number | undefined => {
    const match = new RegExp(`^${folder}/([1-9][0-9]{0,3})\\.json$`).exec(path);
    return match ? Number(match[1]) : undefined;
  },
});
export const KEY_FILES = numbered('keys');
export const NOTICE_FILES = numbered('notices');
export const HOP_FILES = numbered('hops');
export const ATTACHMENTS = 'attachments/';
const ATTACHMENT = /^attachments\/[a-z0-9][a-z0-9-]*\.json$/;

/** Files of a folder by their numbers, ascending. */
export const filesByNumber = (
  files: ReadonlyMap<string, Uint8Array>,
  { number }: ReturnType<typeof numbered>,
): { number: number; path: string; bytes: Uint8Array }[] =>
  [...files]
    .flatMap(([path, bytes]) => {
      const at = number(path);
      return at === undefined ? [] : [{ number: at, path, bytes }];
    })
    .sort((a, b) => a.number - b.number);

/** Whether a file carries its own signature, or hangs on one (attachments, by the hub that passed the copy on). */
export const isTrustFile = (path: string): boolean =>
  path === SIGNATURE_FILE ||
  ATTACHMENT.test(path) ||
  [KEY_FILES, NOTICE_FILES, HOP_FILES].some(({ number }) => number(path) !== undefined);
