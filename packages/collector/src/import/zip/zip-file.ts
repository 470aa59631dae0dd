import type { Readable } from 'node:stream';

/** A zip file as bytes that can be read from anywhere. */
export interface ZipFile {
  name: string;
  size: number;
  /** the bytes from `start` to before `end` */
  open(range: { start: number; end: number }): Readable;
}

/** One file in it, as its directory describes it. */
export interface ZipEntry {
  name: string;
  method: 'stored' | 'deflated';
  crc: number;
  packedSize: number;
  size: number;
  /** where its local header begins */
  offset: number;
}

/** The bytes of a range; fewer when the file has become shorter. */
export const readRange = async (file: ZipFile, start: number, end: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  if (end > start) for await (const chunk of file.open({ start, end })) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
};
