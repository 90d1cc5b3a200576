import { isDateTimeStamp } from './date-time-stamp.ts';
import type { PlainProof } from './proof-schema.ts';

const PLAIN_URL = /^(?:https?:\/\/|did:)[\w.~:/?#@!$&'()*+,;=%-]+$/;

/**
 * Whether it is a proof with these six members alone, as nearly all are. `proofSchema` would take it as it is, in
 * twice the time.
 */
export function isPlainProof(claimed: unknown): claimed is PlainProof {
  if (typeof claimed !== 'object' || claimed === null) return false;
  const { type, cryptosuite, created, proofPurpose, verificationMethod, proofValue } =
    claimed as Partial<Record<string, unknown>>;
  return (
    type === 'DataIntegrityProof' &&
    cryptosuite === 'eddsa-rdfc-2022' &&
    isDateTimeStamp(created) &&
    proofPurpose === 'assertionMethod' &&
    typeof verificationMethod === 'string' &&
    PLAIN_URL.test(verificationMethod) &&
    URL.canParse(verificationMethod) &&
    typeof proofValue === 'string' &&
    Object.keys(claimed).length === 6
  );
}
