/** No page of ours has this name. */
const BASE = 'http://own.invalid';

/**
 * Where to go after the log-in: a path of ours, `/` for anything that leads or could lead elsewhere (`//host`, `/\host`,
 * `javascript:`, control signs that browsers drop).
 */
export const ownPath = (text: string | undefined): string => {
  if (text === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/';
  if (!URL.canParse(text, BASE)) return '/';
  const url = new URL(text, BASE);
  // `/a/..//host` becomes `//host` once read.
  return url.origin === BASE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
};
