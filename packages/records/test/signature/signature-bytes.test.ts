import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signatureFromBytes, signaturesFromBytes, signatureToBytes } from '../../src/signature/signature-bytes.js';

const signatures = fc
  .array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 64, maxLength: 64 })
  .map((numbers) => Uint32Array.from(numbers));

it('a signature comes back from its bytes, wherever in a buffer they lie', () => {
  fc.assert(
    fc.property(signatures, fc.nat(7), (signature, offset) => {
      const bytes = signatureToBytes(signature);
      const held = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(3)]);
      expect(signatureFromBytes(held.subarray(offset, offset + 256))).toEqual(signature);
    }),
  );
});

it('several signatures come back one after the other', () => {
  fc.assert(
    fc.property(fc.array(signatures, { maxLength: 5 }), (all) => {
      const bytes = Buffer.concat(all.map(signatureToBytes));
      expect([...signaturesFromBytes(bytes, all.length)]).toEqual(all.flatMap((one) => [...one]));
    }),
  );
});

it('the low byte of a number comes first on every machine', () => {
  expect([...signatureToBytes(Uint32Array.from({ length: 64 }, () => 0x01020304)).subarray(0, 4)]).toEqual([
    4, 3, 2, 1,
  ]);
});

it.each([0, 255, 257])('%i bytes are no signature', (length) => {
  expect(() => signatureFromBytes(new Uint8Array(length))).toThrow(`expected 256 bytes, got ${length}`);
});
