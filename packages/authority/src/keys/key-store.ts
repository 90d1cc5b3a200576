import type { JWK } from 'jose';

export type KeyUse = 'credential' | 'token';

/** A private key as it is kept: whoever reads the database can sign in the name of the authority. */
export interface StoredKey {
  readonly use: KeyUse;
  /** Verification method URL of a credential key, `kid` of a token key. */
  readonly id: string;
  readonly privateJwk: JWK;
  readonly createdAt: Date;
}

/** Where the authority's own keys live. */
export interface KeyStore {
  /** Resolves to `undefined` before the first start. */
  find(use: KeyUse): Promise<StoredKey | undefined>;
  /** Keeps the key; of two concurrent calls for one use only the first has an effect. */
  add(key: StoredKey): Promise<void>;
}
