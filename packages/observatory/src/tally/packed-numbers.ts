import { MarsadError } from '@marsad/records';

/** Many numbers as text: their eight bytes each, in base64. As decimal digits they take longer to write and read than to count. */
export const packNumbers = (numbers: Float64Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');

/**
 * What `packNumbers` packed.
 * @throws {MarsadError} for text that is no whole list of numbers
 */
export const unpackNumbers = (text: string): Float64Array => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % Float64Array.BYTES_PER_ELEMENT !== 0)
    throw new MarsadError(
      'bad-kept-cells',
      `kept counts: expected ${Float64Array.BYTES_PER_ELEMENT} bytes for each number, found ${bytes.length} in all`,
    );
  const numbers = new Float64Array(bytes.length / Float64Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
};
