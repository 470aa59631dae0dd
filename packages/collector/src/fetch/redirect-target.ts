import type { Answer } from './request.js';

/** Servers write addresses with Arabic or Greek letters in UTF-8 as they are; headers arrive as if they were Latin-1. */
const inUtf8 = (header: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
};

/**
 * Where a redirect leads, without fragment.
 * @param url that was asked
 * @returns undefined when the answer is no redirect, null when it leads to no http or https address
 */
export const redirectTarget = ({ status, headers }: Pick<Answer, 'status' | 'headers'>, url: string) => {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const written = inUtf8(location);
  const target = URL.canParse(written, url) ? new URL(written, url) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) return null;
  target.hash = '';
  return target.href;
};
