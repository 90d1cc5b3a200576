/** What a key may be used for: to state facts, or to show who is there. */
export type KeyPurpose = 'assertionMethod' | 'authentication';

/** A key that may be used for a purpose at the instant that was asked about. */
export interface ResolvedKey {
  /** Multikey. */
  readonly publicKey: string;
  /** Who has the key: must be the issuer of what it signed. */
  readonly controller: string;
  /** Must be the one that was asked for. */
  readonly purpose: KeyPurpose;
}

/**
 * Why there is no key.
 *
 * - `unknown_method`: of a kind, or at a host, that the operator did not allow; nobody was asked
 * - `unreachable`: no answer, or not one that can be read, within the bounds
 * - `invalid_document`: not a controller document of this address
 * - `not_in_document`: no such method in it
 * - `not_for_assertion`, `not_for_authentication`: the method is not, or no longer, listed for that
 * - `wrong_controller`: the method belongs to somebody else
 * - `expired`, `revoked`: the method itself says so
 * - `unknown_key_type`: not a public key that a suite here can use
 */
export type KeyRefusal =
  | 'unknown_method'
  | 'unreachable'
  | 'invalid_document'
  | 'not_in_document'
  | 'not_for_assertion'
  | 'not_for_authentication'
  | 'wrong_controller'
  | 'expired'
  | 'revoked'
  | 'unknown_key_type';

export type KeyResolution = ResolvedKey | { readonly refused: KeyRefusal };

/**
 * Finds the key of a verification method for a proof made `at` some instant; not a promise when it need not ask.
 *
 * @param purpose `assertionMethod` when left out
 */
export type KeyResolver = (
  verificationMethod: string,
  at: Date,
  purpose?: KeyPurpose,
) => KeyResolution | Promise<KeyResolution>;

export function refuseKey(refused: KeyRefusal): KeyResolution {
  return { refused };
}
