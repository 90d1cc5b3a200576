import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

describe('a public address', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450::1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback in IPv6', '::1'],
    ['this host', '0.0.0.0'],
    ['this host in IPv6', '::'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['unique local', 'fd12:3456::1'],
    ['link-local, with the metadata of most clouds', '169.254.169.254'],
    ['link-local in IPv6', 'fe80::1'],
    ['metadata of a cloud in IPv6', 'fd00:ec2::254'],
    ['metadata of a cloud in the space of carriers', '100.100.100.200'],
    ['metadata of a cloud at a public number', '168.63.129.16'],
    ['shared by a carrier', '100.64.0.1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, hexadecimal', '::ffff:a9fe:a9fe'],
    ['IPv4 in IPv6, old form', '::127.0.0.1'],
    ['IPv4 behind a translator', '64:ff9b::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['old site-local', 'fec0::1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '203.0.113.7'],
    ['no address', 'localhost'],
  ])('is not one that is %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
