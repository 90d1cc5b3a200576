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
    isUrl(verificationMethod) &&
    typeof proofValue === 'string' &&
    Object.keys(claimed).length === 6
  );
}

/** Methods that were looked at: issuers are few, and this takes half of the time of all the rest. */
const urls = new Set<string>();
const MAX_URLS = 100;
const MAX_URL_LENGTH = 500;

function isUrl(text: string): boolean {
  if (urls.has(text)) return true;
  if (!PLAIN_URL.test(text) || !URL.canParse(text)) return false;
  if (urls.size >= MAX_URLS) urls.clear();
  if (text.length <= MAX_URL_LENGTH) urls.add(text);
  return true;
}
