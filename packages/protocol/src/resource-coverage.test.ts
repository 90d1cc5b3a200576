import { describe, expect, it } from 'vitest';
import { covers } from './resource-coverage.ts';

const base = 'https://vault.example/anna/facts/';

describe(covers, () => {
  it.each([
    ['the same resource', `${base}income/2025`, `${base}income/2025`],
    ['a resource in a container', base, `${base}income/2025`],
    ['a container in a container', base, `${base}income/`],
    ['the same resource spelled otherwise', `${base}income`, `${base}home/../income`],
  ])('covers %s', (_name, granted, resource) => {
    expect(covers(granted, resource)).toBe(true);
  });

  it.each([
    ['a sibling', `${base}income/2025`, `${base}income/2024`],
    ['what only begins with the same letters', `${base}income`, `${base}income-of-others`],
    ['a resource below a resource that is no container', `${base}income`, `${base}income/2025`],
    ['the container of a resource', `${base}income/2025`, `${base}income/`],
    ['what leaves the container by dots', base, `${base}../private`],
    ['what leaves the container by escaped dots', base, `${base}%2e%2e/private`],
    ['another host', base, 'https://vault.example.stranger.example/anna/facts/x'],
    ['another scheme', base, 'http://vault.example/anna/facts/x'],
    ['another port', base, 'https://vault.example:8443/anna/facts/x'],
  ])('does not cover %s', (_name, granted, resource) => {
    expect(covers(granted, resource)).toBe(false);
  });

  it('covers only the container itself without inheritance', () => {
    expect(covers(base, base, false)).toBe(true);
    expect(covers(base, `${base}income/2025`, false)).toBe(false);
  });
});
