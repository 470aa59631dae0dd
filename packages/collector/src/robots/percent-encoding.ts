const UNRESERVED = /^[A-Za-z0-9\-._~]$/;

/**
 * One spelling of a path or pattern for comparison (RFC 9309 §2.2.2): escapes of unreserved characters are decoded, other
 * escapes are written in upper case, what may not stand in a URI is escaped as UTF-8. Linear; never throws.
 * @param keep characters besides those of a URI that stay as they are
 */
export const normalEscapes = (text: string): string =>
  text
    .replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return UNRESERVED.test(character) ? character : written.toUpperCase();
    })
    .replace(/[^\x21\x23-\x3B\x3D\x3F-\x5B\x5D\x5F\x61-\x7A\x7E]+/g, (run) =>
      [...Buffer.from(run, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );

/** Reserved characters that RFC 9309 §2.2.2 shows escaped in the query of an address and bare in that of a rule. */
const OPEN_IN_QUERY: Readonly<Record<string, string>> = { '%3A': ':', '%2F': '/', '%3F': '?', '%40': '@' };

/**
 * A second spelling for comparison, given text in normal escapes: in the query, where `:`, `/`, `?` and `@` mean nothing
 * but themselves, their escapes are decoded (`?to=https%3A%2F%2Fa.org` is `?to=https://a.org`).
 * @returns undefined when there is no query
 */
export const openQuery = (normal: string): string | undefined => {
  const mark = normal.indexOf('?');
  if (mark < 0) return undefined;
  return (
    normal.slice(0, mark) +
    normal.slice(mark).replace(/%(?:3A|2F|3F|40)/g, (written) => OPEN_IN_QUERY[written] ?? written)
  );
};
