/** Latin-1 number of every byte in code page 037, in hexadecimal. */
const CODE_PAGE_037 =
  '000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f80818283840a171b88898a8b8c050607' +
  '909116939495960498999a9b14159e1a20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac' +
  '2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22d8616263646566676869abbbf0fdfeb1' +
  'b06a6b6c6d6e6f707172aabae6b8c6a4b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7' +
  '7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff5cf7535455565758595ab2d4d6d2d3d5' +
  '30313233343536373839b3dbdcd9da9f';

/** Where other code pages differ from it: byte and character, in hexadecimal. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  cp273:
    '43007b4a00c44f002159007e5a00dc5f005e63005b6a00f67c00a7a100dfb000a2b50040ba00acbb007cbc203ec000e4' +
    'cc00a6d000fcdc007de000d6ec005cfc005d',
  cp424:
    '4105d04205d14305d24405d34505d44605d54705d64805d74905d85105d95205da5305db5405dc5505dd5605de5705df' +
    '5805e05905e16205e26305e36405e46505e56605e66705e76805e86905e970fffd7105ea72fffd73fffd7400a075fffd' +
    '76fffd77fffd78201780fffd8cfffd8dfffd8efffd9afffd9bfffd9cfffd9efffdaafffdabfffdacfffdadfffdaefffd' +
    'cbfffdccfffdcdfffdcefffdcffffddbfffddcfffdddfffddefffddffffdebfffdecfffdedfffdeefffdeffffdfbfffd' +
    'fcfffdfdfffdfefffd',
  cp500: '4a005b4f00215a005d5f005eb000a2ba00acbb007c',
  cp875:
    '4103914203924303934403944503954603964703974803984903994a005b4f002151039a52039b53039c54039d55039e' +
    '56039f5703a05803a15903a35a005d5f005e6203a46303a56403a66503a76603a86703a96803aa6903ab6a007c7000a8' +
    '7103867203887303897400a075038a76038c77038e78038f8003858a03b18b03b28c03b38d03b48e03b58f03b69a03b7' +
    '9b03b89c03b99d03ba9e03bb9f03bca000b4aa03bdab03beac03bfad03c0ae03c1af03c3b000a3b103acb203adb303ae' +
    'b403cab503afb603ccb703cdb803cbb903ceba03c2bb03c4bc03c5bd03c6be03c7bf03c8cb03c9cc0390cd03b0ce2018' +
    'cf2015da00b1db00bddc001add0387de2019df00a6e1001aeb00a7ec001aed001aee00abef00acfb00a9fc001afd001a' +
    'fe00bb',
  cp1026:
    '48007b4a00c74f00215a011e5b01305f005e68005b6a015f7901317b00d67c015e7f00dc8c007d8d00608e00a6a100f6' +
    'ac005dad0024ae0040b000a2ba00acbb007cc000e7cc007ed0011fdc005ce000fcec0023fc0022',
  cp1140: '9f20ac',
};

/** Names of the code pages, in lower case without what stands between letters and digits. */
const NAMES: Readonly<Record<string, string>> = {
  cp037: '037 cp037 csibm037 ebcdiccpca ebcdiccpnl ebcdiccpus ebcdiccpwt ibm037 ibm039',
  cp273: '273 cp273 csibm273 ibm273',
  cp424: '424 cp424 csibm424 ebcdiccphe ibm424',
  cp500: '500 cp500 csibm500 ebcdiccpbe ebcdiccpch ibm500',
  cp875: 'cp875',
  cp1026: '1026 cp1026 csibm1026 ibm1026',
  cp1140: '1140 cp1140 ibm1140',
};

const read = (bytes: Uint8Array, codePage: string): string => {
  const table = [...Buffer.from(CODE_PAGE_037, 'hex').toString('latin1')];
  for (const [, byte = '', character = ''] of (DIFFERENCES[codePage] ?? '').matchAll(/(..)(....)/g))
    table[Number.parseInt(byte, 16)] = String.fromCharCode(Number.parseInt(character, 16));
  let text = '';
  for (const byte of bytes) text += table[byte] ?? '\uFFFD';
  return text;
};

/**
 * Decodes XML in one of the code pages of mainframes, which is known by its first bytes, `<?xm` (XML 1.0, appendix F), and
 * by the name in its declaration.
 * @returns undefined where it is none of them
 */
export const decodeEbcdicXml = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] !== 0x4c || bytes[1] !== 0x6f || bytes[2] !== 0xa7 || bytes[3] !== 0x94) return undefined;
  // The letters of a declaration are the same in all of them.
  const label = /encoding\s*=\s*["']([^"']{1,40})["']/.exec(read(bytes.subarray(0, 200), 'cp037'))?.[1] ?? '';
  const bare = label.toLowerCase().replace(/[^a-z\d]/g, '');
  const codePage = Object.keys(NAMES).find((name) => NAMES[name]?.split(' ').includes(bare));
  return read(bytes, codePage ?? 'cp037');
};
