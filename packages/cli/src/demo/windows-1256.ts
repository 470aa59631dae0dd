const decoder = new TextDecoder('windows-1256');
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
);

/**
 * An HTML page as windows-1256 bytes, the way older Arabic sites still send theirs. What the encoding lacks, such as
 * Arabic-Indic digits, becomes a numeric character reference (Encoding standard, error mode "html").
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
