import { isDeepStrictEqual } from 'node:util';
import { verifyProof, verifySignedHash } from '@grondslag/claims';
import type { VerifyResponse } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityKeys } from '../keys/authority-keys.ts';
import { countObjects } from './count-objects.ts';
import type { CredentialStore, StoredCredential } from './credential-store.ts';
import { isPlainText } from './plain-text.ts';

const proofSchema = z.object({ proofValue: z.string() });
const namedSchema = z.object({
  id: z.string().refine(isPlainText),
  proof: z.union([proofSchema, z.tuple([proofSchema]).transform(([proof]) => proof)]),
});

/** Values that were written as objects, `{ "@value": … }`. */
const MAX_MORE_OBJECTS = 4;

const CHECKS = ['proof', 'credentialStatus', 'expirationDate'];

/** Powers that verifying needs. */
export interface VerifyPowers {
  readonly credentials: CredentialStore;
  readonly keys: AuthorityKeys;
  readonly now: () => Date;
}

/** A credential of ours, whatever its spelling, or why it is not one. */
export type Recognition =
  | { readonly recognized: true; readonly stored: StoredCredential }
  | {
      readonly recognized: false;
      readonly reason:
        | 'not_a_credential'
        | 'unknown_context'
        | 'unknown_key'
        | 'unsupported_suite'
        | 'invalid_proof'
        | 'not_issued';
    };

/**
 * Recognises a credential this authority issued, by its proof and its id. The stored one is what counts from
 * then on: clients may rewrite the JSON, and the proof is over the RDF.
 */
export async function recognizeCredential(
  credential: unknown,
  { credentials, keys, now }: VerifyPowers,
): Promise<Recognition> {
  const named = namedSchema.safeParse(credential).data;
  if (named === undefined) return { recognized: false, reason: 'not_a_credential' };
  // First, because it costs little: only who holds a credential of ours can make us canonicalize what they send.
  const stored = await credentials.find(named.id);
  if (stored?.credential.proof.proofValue !== named.proof.proofValue) {
    return { recognized: false, reason: 'not_issued' };
  }
  const signedWith = stored.credential.proof.verificationMethod;
  const publicKey = await keys.publicKeyOf(signedWith);
  if (await isAsStored(credential, stored, publicKey)) return { recognized: true, stored };
  // Another spelling has as many nodes. Some graphs of many nodes take very long to canonicalize.
  const limit = countObjects(stored.credential) + MAX_MORE_OBJECTS;
  if (countObjects(credential, limit) > limit)
    return { recognized: false, reason: 'invalid_proof' };
  const proof = await verifyProof(
    credential,
    (method) => (method === signedWith ? publicKey : undefined),
    now,
  );
  // The same signature, so the same RDF: JSON-LD knows more than one way to put another `id` on top.
  return proof.verified
    ? { recognized: true, stored }
    : { recognized: false, reason: proof.reason };
}

/**
 * Whether it is, member by member, the credential that was stored, and the stored hash is signed. The same JSON is the
 * same RDF, so the costly part of verifying is left out; a false answer says nothing.
 */
async function isAsStored(
  credential: unknown,
  { credential: stored, signedHash }: StoredCredential,
  publicKey: string | undefined,
): Promise<boolean> {
  if (publicKey === undefined || signedHash === undefined) return false;
  return (
    isDeepStrictEqual(credential, stored) &&
    (await verifySignedHash(stored.proof.proofValue, signedHash, publicKey))
  );
}

/** Answers `POST verify`: valid when there are no errors. */
export async function verifyCredential(
  credential: unknown,
  powers: VerifyPowers,
): Promise<VerifyResponse> {
  const recognition = await recognizeCredential(credential, powers);
  const errors = recognition.recognized
    ? validityErrors(recognition.stored, powers.now())
    : [`proof: ${recognition.reason}`];
  return { checks: CHECKS, warnings: [], errors };
}

/** The answer when there was nothing to verify. */
export function unverifiable(error: string): VerifyResponse {
  return { checks: CHECKS, warnings: [], errors: [error] };
}

function validityErrors(
  { revokedAt, suspendedAt, expiresAt, validFrom }: StoredCredential,
  now: Date,
): string[] {
  const errors: string[] = [];
  if (revokedAt !== undefined) errors.push('credentialStatus: revoked');
  else if (suspendedAt !== undefined) errors.push('credentialStatus: suspended');
  if (expiresAt !== undefined && expiresAt <= now) errors.push('expirationDate: expired');
  if (validFrom > now) errors.push('issuanceDate: not_yet_valid');
  return errors;
}
