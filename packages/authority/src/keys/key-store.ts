import type { JWK } from 'jose';
import type { Sealed } from './seal-json.ts';

export type KeyUse = 'credential' | 'token';

/** A private key as it is kept. Not sealed, whoever reads the database can sign in the name of the authority. */
export interface StoredKey {
  readonly use: KeyUse;
  /** 1, 2, 3 … for each use. */
  readonly generation: number;
  /** Verification method URL of a credential key, `kid` of a token key. */
  readonly id: string;
  readonly privateKey: JWK | Sealed;
  readonly createdAt: Date;
  /** When it takes over from the one before; it is published from `createdAt` on. */
  readonly signsFrom: Date;
  /** Since when nothing signed with it is believed any more. */
  readonly withdrawnAt?: Date;
}

/** Where the authority's own keys live. */
export interface KeyStore {
  /** All keys, the oldest generation first. */
  list(): Promise<readonly StoredKey[]>;
  /** Keeps the key. Of two concurrent calls for one generation only one has an effect and resolves to `true`. */
  add(key: StoredKey): Promise<boolean>;
  /** Withdraws all keys of a use below `generation`, for good. */
  withdrawBefore(use: KeyUse, generation: number, at: Date): Promise<void>;
}
