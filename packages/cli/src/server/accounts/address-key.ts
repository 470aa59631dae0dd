import { isIPv6 } from 'node:net';

/** The 16-bit groups of an IPv6 address, `::` filled up; a dotted end is left as it is, as only the beginning is read. */
const groupsOf = (address: string): string[] => {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  if (after === undefined) return head;
  const tail = after === '' ? [] : after.split(':');
  return [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
};

/** The part of an address that one household or office holds: all of IPv4, the first 64 bits of IPv6. */
export const addressKey = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  return groupsOf(plain)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
