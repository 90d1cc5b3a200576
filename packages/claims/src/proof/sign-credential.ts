import { base64urlnopad } from '@scure/base';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import type { DataIntegrityProof } from './data-integrity-proof.ts';
import { hashProof } from './hash-proof.ts';
import { encodeBase58 } from './multikey.ts';
import { canonicalizeProofConfig } from './proof-config.ts';
import type { SigningKey } from './signing-key.ts';

/**
 * Signs a credential with `eddsa-rdfc-2022`; the copy that comes back has the `proof`.
 *
 * Works for VC 2.0 (context `credentials/v2`) and for VC 1.1 with the context `data-integrity/v1`.
 *
 * @throws {ClaimsError} `undefined_term`, `unknown_context` or `invalid_document` when part of the credential
 *   would not be under the signature
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#create-proof-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.1}
 */
export async function signCredential<T extends object>(
  credential: T,
  key: SigningKey,
  created: Date,
  contexts?: Contexts,
): Promise<T & { proof: DataIntegrityProof }> {
  return (await signWithHash(credential, key, created, contexts)).credential;
}

/** A signed credential, and what was signed of it: base64url, for `verifySignedHash`. */
export interface SignedWithHash<T extends object> {
  readonly credential: T & { proof: DataIntegrityProof };
  readonly signedHash: string;
}

/** As `signCredential`, for who keeps the hash to verify the credential later without canonicalizing it. */
export async function signWithHash<T extends object>(
  credential: T,
  key: SigningKey,
  created: Date,
  contexts?: Contexts,
): Promise<SignedWithHash<T>> {
  if ('proof' in credential) {
    throw new ClaimsError(
      'invalid_document',
      'Expected a credential without proof. Remove it first.',
    );
  }
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: `${created.toISOString().slice(0, 19)}Z`,
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
  } as const;
  const canonical = await canonicalize(credential, contexts);
  const context = (credential as { '@context'?: unknown })['@context'];
  const { message } = await hashProof(
    await canonicalizeProofConfig(context, config, contexts),
    canonical,
  );
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, message);
  const proof = { ...config, proofValue: encodeBase58(new Uint8Array(signature)) };
  return { credential: { ...credential, proof }, signedHash: base64urlnopad.encode(message) };
}
