import { encodeStatement, type StatementKey, signStatement } from '../wire/sign-statement.ts';
import type { Mandate, MandateStep } from './mandate.ts';

/** What an official signs: which text of which mandate, as whom, and why. */
export interface MandateStatement {
  readonly mandate: string;
  readonly version: number;
  /** `mandateDigest` of it. */
  readonly sha256: string;
  readonly by: MandateStep['by'];
  readonly reasons: string;
}

/** SHA-256, in lower-case hex, of a mandate in canonical JSON (RFC 8785), without its steps: those come after. */
export async function mandateDigest({ steps: _after, ...text }: Mandate): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encodeStatement(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function mandateStatement(
  mandate: Mandate,
  { by, reasons }: Pick<MandateStep, 'by' | 'reasons'>,
): Promise<MandateStatement> {
  const { id, version } = mandate;
  return { mandate: id, version, sha256: await mandateDigest(mandate), by, reasons };
}

/**
 * The `signature` of the step `decided`: a compact JWS (RFC 7515, EdDSA) with the statement in canonical JSON.
 *
 * @param key Ed25519; `id` is its verification method in the register of participants
 */
export async function signMandate(
  mandate: Mandate,
  decision: Pick<MandateStep, 'by' | 'reasons'>,
  key: StatementKey,
): Promise<string> {
  return signStatement(await mandateStatement(mandate, decision), key);
}
