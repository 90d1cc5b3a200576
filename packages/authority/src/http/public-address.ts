import ipaddr from 'ipaddr.js';

/** Address at which Azure answers its virtual machines about themselves: public by its number, not by its nature. */
const PLATFORM_ADDRESSES = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, shared by a carrier,
 * multicast, reserved, and no IPv6 form that carries an IPv4 address (IANA special-purpose address registries,
 * RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || PLATFORM_ADDRESSES.has(parsed.toString())) return false;
  // Global unicast is 2000::/3 (RFC 4291 §2.4). Outside it lie old forms such as ::127.0.0.1.
  return parsed instanceof ipaddr.IPv4 || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
}
