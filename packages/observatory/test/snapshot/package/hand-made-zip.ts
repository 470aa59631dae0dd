import { crc32 } from 'node:zlib';

/** An entry of a zip with everything that can be told wrongly. */
export interface HandMade {
  name: string | Buffer;
  content?: Buffer;
  /** what stands in the header before the content, where it is not that of the list */
  localName?: string | Buffer;
  localSize?: number;
  localCrc?: number;
  localMethod?: number;
  localFlags?: number;
  localExtra?: Buffer;
  localTime?: number;
  flags?: number;
  method?: number;
  crc?: number;
  size?: number;
  rawSize?: number;
  extra?: Buffer;
  comment?: string;
  attributes?: number;
  internal?: number;
  madeBy?: number;
  needs?: number;
  time?: number;
  disk?: number;
  offset?: number;
  /** bytes between this entry and what comes before it */
  before?: Buffer;
  /** bytes between the content and the next entry, such as a data descriptor */
  behind?: Buffer;
  /** not before its content, but only in the list */
  listedOnly?: boolean;
  /** before its content, but not in the list */
  unlisted?: boolean;
}

export interface Ending {
  comment?: string;
  entries?: number;
  entriesHere?: number;
  listSize?: number;
  listOffset?: number;
  disk?: number;
  /** bytes between the list and the end */
  between?: Buffer;
  behind?: Buffer;
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
/** 1 January 1980. */
const DAY = 0x21;

/** A zip byte by byte: by default the one that `packageBytes` makes. */
export const handMadeZip = (entries: readonly HandMade[], ending: Ending = {}): Buffer => {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  let listed = 0;
  for (const entry of entries) {
    const { content = Buffer.from('{}') } = entry;
    const name = Buffer.from(entry.name);
    const local = Buffer.from(entry.localName ?? name);
    const { flags = 0x0800, method = 0, crc = crc32(content), size = content.length, extra = Buffer.alloc(0) } = entry;
    const { rawSize = size, comment = '', time = 0 } = entry;
    if (entry.before) parts.push(entry.before);
    const offset = at + (entry.before?.length ?? 0);
    const localExtra = entry.localExtra ?? extra;
    const own = entry.listedOnly
      ? []
      : [
          Buffer.from('PK\u0003\u0004'),
          u16(entry.needs ?? 20),
          u16(entry.localFlags ?? flags),
          u16(entry.localMethod ?? method),
          u16(entry.localTime ?? time),
          u16(DAY),
          u32(entry.localCrc ?? crc),
          u32(entry.localSize ?? size),
          u32(entry.localSize ?? rawSize),
          u16(local.length),
          u16(localExtra.length),
          local,
          localExtra,
          content,
          entry.behind ?? Buffer.alloc(0),
        ];
    parts.push(...own);
    at = offset + own.reduce((sum, { length }) => sum + length, 0);
    if (entry.unlisted) continue;
    listed += 1;
    list.push(
      Buffer.from('PK\u0001\u0002'),
      u16(entry.madeBy ?? 0x033f),
      u16(entry.needs ?? 20),
      u16(flags),
      u16(method),
      u16(time),
      u16(DAY),
      u32(crc),
      u32(size),
      u32(rawSize),
      u16(name.length),
      u16(extra.length),
      u16(Buffer.byteLength(comment)),
      u16(entry.disk ?? 0),
      u16(entry.internal ?? 0),
      u32(entry.attributes ?? (0o100644 << 16) >>> 0),
      u32(entry.offset ?? offset),
      name,
      extra,
      Buffer.from(comment),
    );
  }
  const listBytes = Buffer.concat(list);
  return Buffer.concat([
    ...parts,
    listBytes,
    ending.between ?? Buffer.alloc(0),
    Buffer.from('PK\u0005\u0006'),
    u16(ending.disk ?? 0),
    u16(ending.disk ?? 0),
    u16(ending.entriesHere ?? ending.entries ?? listed),
    u16(ending.entries ?? listed),
    u32(ending.listSize ?? listBytes.length),
    u32(ending.listOffset ?? at),
    u16(Buffer.byteLength(ending.comment ?? '')),
    Buffer.from(ending.comment ?? ''),
    ending.behind ?? Buffer.alloc(0),
  ]);
};
