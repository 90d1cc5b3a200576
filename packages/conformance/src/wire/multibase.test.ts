import { expect, it } from 'vitest';
import { decodeBase58 } from './multibase.ts';

it('reads the vectors of the base58 draft, leading zero bytes included', () => {
  expect(decodeBase58('z2NEpo7TZRRrLZSi2U').toString()).toBe('Hello World!');
  expect(decodeBase58('z11233QC4').toString('hex')).toBe('0000287fb4cd');
});

it('refuses another base', () => {
  expect(() => decodeBase58('mAAAA')).toThrow(TypeError);
  expect(() => decodeBase58('z0OIl')).toThrow(TypeError);
});
