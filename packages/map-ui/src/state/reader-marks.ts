/** Reads a mark that a server wrote into the page for its reader; undefined where none did, as in published files. */
const markOf = (name: string): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : (document.querySelector(`meta[name="marsad-${name}"]`)?.getAttribute('content') ?? undefined);

/** Where the reader's account is; undefined where nobody logs in. */
export const accountOfReader = (): string | undefined => markOf('account');

/** The narrowest tier that is served to this reader; undefined: the public one alone. */
export const tierOfReader = (): string | undefined => markOf('tier');
