import { MAX_PROOFS } from '../proof/data-integrity-proof.ts';
import { isDateTimeStamp } from '../proof/date-time-stamp.ts';
import type { FindPublicKey } from '../proof/proof-verification.ts';
import type { KeyPurpose, KeyRefusal, KeyResolver } from './key-resolution.ts';

/** The keys of the methods that the proofs of one credential name, for `verifyProof`. */
export interface FoundKeys {
  readonly publicKey: FindPublicKey;
  /** Who has the key of a method: must be the issuer. */
  controllerOf(verificationMethod: string): string | undefined;
  readonly refused: ReadonlyMap<string, KeyRefusal>;
}

const MAX_METHOD_LENGTH = 2_000;

/**
 * Resolves the methods that the proofs of a credential name, each for when its proof says it was made.
 *
 * Nothing has been verified yet, so what asks the network asks only a closed list of hosts.
 *
 * @param purpose of the proofs
 */
export async function findKeys(
  credential: unknown,
  resolve: KeyResolver,
  now: () => Date = () => new Date(),
  purpose: KeyPurpose = 'assertionMethod',
): Promise<FoundKeys> {
  const { proof } = (credential ?? {}) as { proof?: unknown };
  const proofs: readonly unknown[] = Array.isArray(proof) ? proof : [proof];
  const found = new Map<string, { publicKey: string; controller: string }>();
  const refused = new Map<string, KeyRefusal>();
  for (const one of proofs.slice(0, MAX_PROOFS)) {
    const { verificationMethod, created } = (one ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof verificationMethod !== 'string' || verificationMethod.length > MAX_METHOD_LENGTH)
      continue;
    if (created !== undefined && !isDateTimeStamp(created)) continue;
    const resolution = await resolve(
      verificationMethod,
      created === undefined ? now() : new Date(created),
      purpose,
    );
    if ('refused' in resolution) refused.set(verificationMethod, resolution.refused);
    else if (resolution.purpose === purpose) found.set(verificationMethod, resolution);
  }
  const keyOf = (method: string) => (refused.has(method) ? undefined : found.get(method));
  return {
    publicKey: (method) => keyOf(method)?.publicKey,
    controllerOf: (method) => keyOf(method)?.controller,
    refused,
  };
}
