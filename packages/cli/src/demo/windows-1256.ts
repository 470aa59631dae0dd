const byteOf = new Map<string, number>();
const decoder = new TextDecoder('windows-1256');
for (let byte = 0; byte < 256; byte += 1) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);

/**
 * An HTML page as windows-1256 bytes, the way older Arabic sites still send theirs. What the encoding lacks, such as
 * Arabic-Indic digits, becomes a numeric character reference, as browsers write it (HTML standard, "encode" with html mode).
 */
export const encodeWindows1256 = (page: string): Uint8Array => {
  const bytes: number[] = [];
  for (const character of page) {
    const byte = byteOf.get(character);
    if (byte !== undefined) bytes.push(byte);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`, 'latin1'));
  }
  return Uint8Array.from(bytes);
};
