const KEPT = 1;
const DROPPED = 2;
const OTHERS = /[\p{P}\p{S}\s]/u;

// A look-up is many times faster than the expression; entries are filled as characters turn up.
const known = new Uint8Array(0x10000);

const kindOf = (unit: number): number => {
  const seen = known[unit];
  if (seen) return seen;
  const kind = OTHERS.test(String.fromCharCode(unit)) ? DROPPED : KEPT;
  known[unit] = kind;
  return kind;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** What blocks are told apart by: lower case, without white space, punctuation and symbols. */
export const foldBlock = (text: string): string => {
  const lower = text.toLowerCase();
  const units = new Uint16Array(lower.length);
  let length = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    if (isHighSurrogate(unit) && OTHERS.test(String.fromCodePoint(lower.codePointAt(at) ?? unit))) {
      at += 1;
      continue;
    }
    if (kindOf(unit) === DROPPED) continue;
    units[length] = unit;
    length += 1;
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
};
