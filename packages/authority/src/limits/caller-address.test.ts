import { expect, it } from 'vitest';
import { createCallerAddress } from './caller-address.ts';

const behindProxies = createCallerAddress(['10.0.0.0/8', '2001:db8:1::7']);

it.each([
  ['a caller without a proxy', '93.184.216.34', undefined, '93.184.216.34'],
  ['a caller who invents a header', '93.184.216.34', '1.1.1.1', '93.184.216.34'],
  ['a caller behind a proxy', '10.0.0.1', '93.184.216.34', '93.184.216.34'],
  ['a caller behind two proxies', '10.0.0.1', '93.184.216.34, 10.0.0.2', '93.184.216.34'],
  [
    'a caller behind a proxy who invents a header',
    '10.0.0.1',
    '1.1.1.1, 93.184.216.34',
    '93.184.216.34',
  ],
  ['a caller behind an IPv6 proxy', '2001:db8:1::7', '93.184.216.34', '93.184.216.34'],
  ['IPv4 in IPv6', '::ffff:93.184.216.34', undefined, '93.184.216.34'],
  ['a proxy of which the header is gone', '10.0.0.1', undefined, '10.0.0.1'],
  ['a proxy with nonsense in the header', '10.0.0.1', 'alice', '10.0.0.1'],
  ['nobody', undefined, undefined, 'unknown'],
])('tells %s', (_who, remote, forwardedFor, address) => {
  expect(behindProxies(remote, forwardedFor)).toBe(address);
});

it('counts one network of IPv6 as one caller', () => {
  const one = behindProxies('2a00:1450:1:2::1', undefined);
  expect(behindProxies('2a00:1450:1:2:ffff::9', undefined)).toBe(one);
  expect(behindProxies('2a00:1450:1:3::1', undefined)).not.toBe(one);
});
