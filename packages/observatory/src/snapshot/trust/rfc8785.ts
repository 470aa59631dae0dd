/** Deeper than anything we sign; keeps a hostile file from exhausting the stack. */
const DEEPEST = 64;

const LONE_SURROGATE = /\p{Cs}/u;

const quoted = (text: string): string => {
  if (LONE_SURROGATE.test(text)) throw new TypeError('canonical JSON: a text holds half of a surrogate pair');
  return JSON.stringify(text);
};

const written = (value: unknown, depth: number): string => {
  if (depth > DEEPEST) throw new TypeError(`canonical JSON: more than ${DEEPEST} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is no number of JSON`);
    // ECMAScript's way to write a double is the RFC's; minus nought becomes nought.
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => written(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      // By UTF-16 code units, which is how ECMAScript compares texts.
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${quoted(key)}:${written(field, depth + 1)}`);
    return `{${fields.join(',')}}`;
  }
  throw new TypeError(`canonical JSON: ${typeof value} cannot be written`);
};

/**
 * The one text that RFC 8785 (JSON Canonicalization Scheme) gives a value: fields in the order of their UTF-16 code units,
 * no spaces, numbers and texts as ECMAScript writes them. What is signed is this text in UTF-8.
 * @throws TypeError for what JSON cannot hold, half a surrogate pair, or more than 64 levels
 */
export const rfc8785 = (value: unknown): string => written(value, 0);

/** The same as UTF-8 bytes. */
export const rfc8785Bytes = (value: unknown): Uint8Array => new TextEncoder().encode(rfc8785(value));
