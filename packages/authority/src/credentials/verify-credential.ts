import { type SigningKey, verifyProof } from '@grondslag/claims';
import type { VerifyResponse } from '@grondslag/protocol';
import * as z from 'zod';
import type { CredentialStore, StoredCredential } from './credential-store.ts';

const proofSchema = z.object({ proofValue: z.string() });
const namedSchema = z.object({
  id: z.string(),
  proof: z.union([proofSchema, z.tuple([proofSchema]).transform(([proof]) => proof)]),
});

const CHECKS = ['proof', 'credentialStatus', 'expirationDate'];

/** Powers that verifying needs. */
export interface VerifyPowers {
  readonly credentials: CredentialStore;
  readonly key: SigningKey;
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
        | 'invalid_proof'
        | 'not_issued';
    };

/**
 * Recognises a credential this authority issued, by its proof and its id. The stored one is what counts from
 * then on: clients may rewrite the JSON, and the proof is over the RDF.
 */
export async function recognizeCredential(
  credential: unknown,
  { credentials, key, now }: VerifyPowers,
): Promise<Recognition> {
  const proof = await verifyProof(
    credential,
    (method) => (method === key.id ? key.publicKeyMultibase : undefined),
    now,
  );
  if (!proof.verified) return { recognized: false, reason: proof.reason };
  const named = namedSchema.safeParse(credential).data;
  const stored = named && (await credentials.find(named.id));
  // The same signature, so the same RDF: JSON-LD knows more than one way to put another `id` on top.
  return stored?.credential.proof.proofValue === named?.proof.proofValue && stored !== undefined
    ? { recognized: true, stored }
    : { recognized: false, reason: 'not_issued' };
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

function validityErrors({ revokedAt, expiresAt, validFrom }: StoredCredential, now: Date) {
  const errors: string[] = [];
  if (revokedAt !== undefined) errors.push('credentialStatus: revoked');
  if (expiresAt !== undefined && expiresAt <= now) errors.push('expirationDate: expired');
  if (validFrom > now) errors.push('issuanceDate: not_yet_valid');
  return errors;
}
