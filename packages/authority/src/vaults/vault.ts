import { covers } from '@grondslag/protocol';

/** A vault server that honours this authority's grants. */
export interface Vault {
  /** Base URL, with trailing slash; everything below it is served by this vault server. */
  readonly baseUrl: string;
  /** Secret shared with that vault server, at least 32 bytes of UTF-8. */
  readonly secret: string;
}

/** The vault server that serves `resource`; `undefined` when it is none of ours. */
export function vaultServing(vaults: readonly Vault[], resource: string): Vault | undefined {
  return vaults.find((vault) => covers(vault.baseUrl, resource));
}

/** Key of the HS256 messages between this authority and `vault`. */
export function vaultKey(vault: Vault): Uint8Array {
  return new TextEncoder().encode(vault.secret);
}
