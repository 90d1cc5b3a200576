import type { SigningKey } from '@grondslag/claims';
import type { CryptoKey, JWK } from 'jose';

/** Key that signs access tokens (ES256). */
export interface TokenKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** Public half, as published in the JWKS. */
  readonly publicJwk: JWK;
}

/** What this authority signs with. */
export interface AuthorityKeys {
  /** Ed25519; credentials and status lists. */
  readonly credential: SigningKey;
  readonly token: TokenKey;
}
