import { sha256 } from '@marsad/records';
import { rfc8785 } from '../../../../src/snapshot/trust/rfc8785.js';
import { json, resigned, SIGNING, signedCity, text, withFiles } from '../signed-city.js';
import { type Attack, SIGNATURE } from './attack.js';

/** Bytes that two readers might read in two ways, or that nobody can check. */
export const FORMS: readonly Attack[] = [
  [
    'spaces between fields that are signed',
    'not-canonical',
    () => ({
      files: withFiles(signedCity(), {
        [SIGNATURE]: text(`${JSON.stringify(json(signedCity(), SIGNATURE), null, 1)}\n`),
      }),
    }),
  ],
  [
    'a field twice, so that two readers read two things',
    'not-canonical',
    () => {
      const once = new TextDecoder().decode(signedCity().get(SIGNATURE));
      return {
        files: withFiles(signedCity(), { [SIGNATURE]: text(once.replace('"version":1', '"version":9,"version":1')) }),
      };
    },
  ],
  [
    'bytes that are no UTF-8',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: Uint8Array.of(0x7b, 0xff, 0x7d) }) }),
  ],
  [
    'levels without end',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: text('['.repeat(200_000)) }) }),
  ],
  [
    'a signed file of a megabyte',
    'malformed',
    () => ({ files: withFiles(signedCity(), { [SIGNATURE]: text('"'.padEnd(1_000_000, 'a')) }) }),
  ],
  [
    'a signature with bits to spare',
    'bad-signature',
    () => {
      const { signed: statement, signatures } = json(signedCity(), SIGNATURE) as {
        signed: object;
        signatures: { key: string; signature: string }[];
      };
      const spare = signatures.map(({ key, signature }) => ({
        key,
        signature: signature.replace(/.==$/, (end) => `${String.fromCharCode((end.codePointAt(0) ?? 0) + 1)}==`),
      }));
      return {
        files: withFiles(signedCity(), { [SIGNATURE]: text(`${rfc8785({ signed: statement, signatures: spare })}\n`) }),
      };
    },
  ],
  [
    'a format that this program cannot check',
    'other-format',
    () => {
      const { format, ...others } = json(signedCity(), 'manifest.json');
      const manifest = text(
        `${JSON.stringify({ format: { ...(format as object), version: '1.99.0' }, ...others }, null, 2)}\n`,
      );
      const files = withFiles(signedCity(), {
        'manifest.json': manifest,
        'manifest.json.sha256': text(`${sha256(manifest)}  manifest.json\n`),
      });
      return { files: resigned(files, SIGNATURE, { manifests: { public: sha256(manifest) } }, [SIGNING]) };
    },
  ],
];
