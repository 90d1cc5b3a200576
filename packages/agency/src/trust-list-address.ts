import { authorityPaths } from '@grondslag/protocol';

/** Where an authority publishes its signed trust list, by its base URL. */
export function trustListAddress(authority: string): string {
  const base = authority.endsWith('/') ? authority : `${authority}/`;
  return new URL(authorityPaths.trustList, base).href;
}
