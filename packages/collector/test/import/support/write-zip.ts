import { crc32, deflateRawSync } from 'node:zlib';

/** One entry to be written; what is set beyond name and data lies about them. */
export interface WrittenEntry {
  name: string;
  data: string | Uint8Array;
  deflate?: boolean;
  method?: number;
  flags?: number;
  /** Unix mode, such as 0o120777 of a symbolic link */
  mode?: number;
  crc?: number;
  size?: number;
  /** of the local header that the directory names */
  offset?: number;
  /** sizes and offset in a zip64 extra field */
  wide?: boolean;
}

const number64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** A zip file (APPNOTE 4.3), honest or not. */
export const zipOf = (
  entries: readonly WrittenEntry[],
  end: { comment?: string; count?: number; zip64?: boolean } = {},
): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let length = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = entry.deflate ? deflateRawSync(data) : data;
    const method = entry.method ?? (entry.deflate ? 8 : 0);
    const crc = entry.crc ?? crc32(data);
    const size = entry.size ?? data.length;
    const offset = entry.offset ?? length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(entry.flags ?? 0x800, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(Math.min(size, 0xffffffff), 22);
    local.writeUInt16LE(name.length, 26);
    parts.push(local, name, packed);
    length += local.length + name.length + packed.length;
    const wide = entry.wide
      ? Buffer.concat([Buffer.from([1, 0, 24, 0]), number64(size), number64(packed.length), number64(offset)])
      : Buffer.alloc(0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(entry.flags ?? 0x800, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(entry.wide ? 0xffffffff : packed.length, 20);
    central.writeUInt32LE(entry.wide ? 0xffffffff : size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(wide.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.wide ? 0xffffffff : offset, 42);
    directory.push(central, name, wide);
  }
  const central = Buffer.concat(directory);
  const count = end.count ?? entries.length;
  const tail: Buffer[] = [];
  if (end.zip64) {
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    for (const [at, value] of [
      [24, count],
      [32, count],
      [40, central.length],
      [48, length],
    ] as const)
      number64(value).copy(record, at);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    number64(length + central.length).copy(locator, 8);
    tail.push(record, locator);
  }
  const comment = Buffer.from(end.comment ?? '');
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.zip64 ? 0xffff : count, 8);
  last.writeUInt16LE(end.zip64 ? 0xffff : count, 10);
  last.writeUInt32LE(end.zip64 ? 0xffffffff : central.length, 12);
  last.writeUInt32LE(end.zip64 ? 0xffffffff : length, 16);
  last.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, central, ...tail, last, comment]);
};
