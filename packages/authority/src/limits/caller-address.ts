import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Address of the caller; `forwardedFor` is the header `X-Forwarded-For`. */
export type CallerAddress = (
  remote: string | undefined,
  forwardedFor: string | undefined,
) => string;

/**
 * Tells callers apart by their address. `X-Forwarded-For` is read from the right, and only as far as each address is
 * that of a proxy of ours: what stands further left anyone can write.
 *
 * @param trustedProxies addresses, or networks such as `10.0.0.0/8`
 */
export function createCallerAddress(trustedProxies: readonly string[]): CallerAddress {
  const proxies = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', prefix] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    proxies.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  const isProxy = (address: string) =>
    proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (remote, forwardedFor = '') => {
    let address = plain(remote ?? '');
    const before = forwardedFor.split(',').map((one) => one.trim());
    while (address !== undefined && isProxy(address)) {
      const next = plain(before.pop() ?? '');
      if (next === undefined) break;
      address = next;
    }
    return address === undefined ? 'unknown' : network(address);
  };
}

/** Without the IPv6 clothes of an IPv4 address; `undefined` when it is none. */
function plain(address: string): string | undefined {
  return isIP(address) === 0 ? undefined : ipaddr.process(address).toString();
}

/** One household or server has a whole /64 of IPv6. */
function network(address: string): string {
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : address;
}
