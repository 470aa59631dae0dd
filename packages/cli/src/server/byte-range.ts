/** Bytes from `start` to `end`, both of them included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a Range header asks of a file (RFC 9110, 14.2): one range; 'none' where it asks for nothing that we give in parts,
 * so that the whole is the answer; 'outside' where nothing of it is in the file.
 * @param size bytes of the file
 */
export const byteRange = (header: string | undefined, size: number): ByteRange | 'none' | 'outside' => {
  const asked = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (from === '' && to === '') return 'none';
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? 'outside' : { start: size - last, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'none';
  return start >= size ? 'outside' : { start, end };
};
