import { lazy } from '../lazy.ts';
import type { AnyProof } from './proof-schema.ts';

/** Multibase start of a base proof value: the CBOR headers `d95d00` and `d95d02`. */
const baseHeaders: Readonly<Record<string, string>> = {
  'ecdsa-sd-2023': 'u2V0A',
  'bbs-2023': 'u2V0C',
};

/**
 * Whether a proof is a base proof of a suite with selective disclosure: what an issuer gives to the holder, who
 * derives from it what others see.
 *
 * It is not there to be verified, so a credential with one beside a proof that is verifies by that other.
 *
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#selective-disclosure-functions | Data Integrity ECDSA, 3.5}
 */
export function isBaseProof(proof: unknown): boolean {
  if (typeof proof !== 'object' || proof === null) return false;
  const { cryptosuite, proofValue } = proof as { cryptosuite?: unknown; proofValue?: unknown };
  if (typeof cryptosuite !== 'string' || typeof proofValue !== 'string') return false;
  const header = Object.hasOwn(baseHeaders, cryptosuite) ? baseHeaders[cryptosuite] : undefined;
  return header !== undefined && proofValue.startsWith(header);
}

const NONE: readonly AnyProof[] = [];

/** The base proofs of a credential, well formed; nothing of them is known to be true. At once when there are none. */
export function baseProofsOf(
  credential: unknown,
): readonly AnyProof[] | Promise<readonly AnyProof[]> {
  const { proof } = credential as { proof?: unknown };
  const proofs: readonly unknown[] = Array.isArray(proof) ? proof : [proof];
  const found = proofs.filter(isBaseProof);
  if (found.length === 0) return NONE;
  return loadSchema().then((schema) => found.flatMap((one) => schema.safeParse(one).data ?? []));
}

const loadSchema = lazy(async () => (await import('./proof-schema.ts')).anyProofSchema);

/** Suites under which a holder may show a part of what was signed. */
export function isSelective(cryptosuite: string): boolean {
  return Object.hasOwn(baseHeaders, cryptosuite);
}
