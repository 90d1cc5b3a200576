import type { KeyObject } from 'node:crypto';
import type { SigningKey } from '@grondslag/claims';
import type { JWK } from 'jose';

/** Key that signs access tokens (ES256). */
export interface TokenKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** Public half, as published in the JWKS. */
  readonly publicJwk: JWK;
}

/** What this authority signs with and has signed with. Ask each time: keys are rotated while it runs. */
export interface AuthorityKeys {
  /** Ed25519; signs credentials and status lists now. */
  readonly credential: SigningKey;
  /** Signs access tokens now. */
  readonly token: TokenKey;
  /** All whose signatures hold, also those that will sign and that did. */
  readonly credentials: readonly SigningKey[];
  /** All that signed a token that may still be valid, or soon will sign. */
  readonly tokens: readonly TokenKey[];
  /**
   * The public key (Multikey) behind a verification method, when signatures made with it hold. When it is unknown,
   * the keys are read again first: another instance may have a newer one.
   */
  publicKeyOf(verificationMethod: string): Promise<string | undefined>;
}
