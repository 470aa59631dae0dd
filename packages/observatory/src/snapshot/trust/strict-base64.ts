/**
 * The bytes of a base64 text of exactly `length` bytes, or undefined where it is not written in the one way those bytes
 * are written: padded, standard alphabet, no spaces, no bits left over.
 */
export const strictBase64 = (text: string, length: number): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
};
