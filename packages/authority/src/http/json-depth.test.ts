import { expect, it } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

it('counts how deep arrays and objects are nested', () => {
  expect(isDeeperThan('text', 0)).toBe(false);
  expect(isDeeperThan({ a: 1 }, 0)).toBe(false);
  expect(isDeeperThan({ a: { b: [1] } }, 2)).toBe(false);
  expect(isDeeperThan({ a: { b: [1] } }, 1)).toBe(true);
  expect(isDeeperThan([{}, [[null]]], 2)).toBe(false);
});

it('survives the deepest text there is room for', () => {
  expect(isDeeperThan(JSON.parse('['.repeat(130_000) + ']'.repeat(130_000)), 32)).toBe(true);
});
