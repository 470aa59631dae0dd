/** Where files of a snapshot lie (docs/snapshot-format.md), and what they may be. */
const FOLDERS = ['data', 'partner', 'restricted', 'restricted/lexicons', 'keys', 'notices', 'hops', 'attachments'];
const NAME = /^[a-z0-9][\w-]*(?:\.[\w-]+){0,3}$/i;
const KINDS = ['json', 'geojson', 'topojson', 'csv', 'md', 'sha256'];
const LONGEST = 120;
/** Names that Windows takes for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/u;
/** Signs that are not seen: turns of direction, zero width, joiners, tags. */
const INVISIBLE = /\p{Cf}/u;

/** A name as it may be printed, whatever is in it. */
export const printableName = (name: string): string =>
  JSON.stringify(name.slice(0, 200)).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What is wrong with the name of an entry, or undefined: it is where a file of a snapshot may be. */
export const nameProblem = (name: string): string | undefined => {
  if (name.includes('\u0000')) return 'has a NUL in its name';
  if (CONTROL.test(name)) return 'has control signs in its name';
  if (INVISIBLE.test(name)) return 'has signs in its name that are not seen or turn its direction';
  if (name === '') return 'has no name';
  if (name.length > LONGEST) return `has a name of more than ${LONGEST} signs`;
  if (/^[\\/]{2}/.test(name)) return 'names another machine';
  if (name.includes('\\')) return 'has a backslash in its name';
  if (/^[a-z]:/i.test(name)) return 'names a drive';
  if (name.startsWith('/')) return 'begins at the root of the disk';
  if (name.endsWith('/')) return 'is a folder, and only files may be here';
  const parts = name.split('/');
  if (parts.includes('..')) return 'leads out of its folder';
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part in its path';
  if (name.normalize('NFC') !== name)
    return 'is written with signs in parts (not NFC), so that it may look like another';
  if (/[^\x20-\x7e]/.test(name)) return 'has other signs in its name than plain Latin ones';
  if (parts.some((part) => DEVICE.test(part))) return 'has a name that is a device of Windows';
  if (/\.(?:zip|gz|tar|7z|rar|bz2|xz|zst)$/i.test(name)) return 'is an archive within the archive';
  const file = parts.at(-1) ?? '';
  const folder = parts.slice(0, -1).join('/');
  const kind = file.slice(file.lastIndexOf('.') + 1);
  if ((folder !== '' && !FOLDERS.includes(folder)) || !NAME.test(file) || !KINDS.includes(kind))
    return 'is no file of a snapshot';
  return undefined;
};
