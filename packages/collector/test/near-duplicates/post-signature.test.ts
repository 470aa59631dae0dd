import { post, signatureFromBytes } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeNearDuplicate } from '../../src/near-duplicates/long-enough.js';
import { postSignature } from '../../src/near-duplicates/post-signature.js';
import { signatureOf } from '../../src/near-duplicates/signature.js';

const field = post.shape.signature;

it('a post carries the signature of its text in a form that its schema takes', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zé٠-٩ا-ي]{1,8}$/)), (words) => {
      const text = words.join(' ');
      const signature = field.parse(postSignature(text));
      expect(signature === null).toBe(!mayBeNearDuplicate(text));
      if (signature !== null) expect(signatureFromBytes(Buffer.from(signature, 'base64'))).toEqual(signatureOf(text));
    }),
  );
});

it('a text of four words has none, however long they are', () => {
  expect(postSignature('internationalisation notwithstanding extraordinary circumstances')).toBeNull();
});
