import { BlockList, isIP } from 'node:net';

// IANA special-purpose registries (RFC 6890 and later): nothing in them is a public web server.
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  // The wire server of one cloud, which lies among public addresses and answers from within its machines only.
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
// Teredo and its neighbours, documentation, 6to4: they lie within the global range but lead elsewhere.
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) notPublic.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of NOT_PUBLIC_6) notPublic.addSubnet(net, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address may be dialled without the user's leave: global unicast only. For IPv6 that is 2000::/3, which leaves
 * out loopback, link-local, unique-local, IPv4-mapped and NAT64 forms without naming them.
 * @param address an IP address in any text form; anything else is not public
 */
export const isPublicAddress = (address: string): boolean => {
  const bare = address.split('%', 1)[0] ?? '';
  const version = isIP(bare);
  if (version === 4) return !notPublic.check(bare, 'ipv4');
  return version === 6 && global6.check(bare, 'ipv6') && !notPublic.check(bare, 'ipv6');
};
