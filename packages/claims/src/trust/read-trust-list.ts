import { base64urlnopad } from '@scure/base';
import { ClaimsError } from '../errors.ts';
import { lazy } from '../lazy.ts';
import { importPublicKey, SIGNATURE_BYTES } from '../proof/public-keys.ts';
import { TRUST_LIST_TYPE, type TrustedIssuer } from './trust-list.ts';

const loadSchemas = lazy(() => import('./trust-list-schema.ts'));

/** A trust list whose signature holds. */
export interface SignedTrustList {
  readonly id: string;
  readonly version: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly issuers: readonly TrustedIssuer[];
}

/**
 * Reads a signed trust list. Says nothing about whether it holds now, or whether there is a newer one.
 *
 * @param operatorKeys pinned keys of who publishes the list: id → public key as multibase Multikey
 * @throws {ClaimsError} `invalid_trust_list`
 */
export async function readTrustList(
  jws: string,
  operatorKeys: Readonly<Record<string, string>>,
): Promise<SignedTrustList> {
  const [header, payload, signature, ...rest] = jws.trim().split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw invalid('a compact JWS');
  }
  const { headerSchema, trustListSchema } = await loadSchemas();
  const parsed = headerSchema.safeParse(parseJson(header)).data;
  if (!parsed) throw invalid(`a header with alg EdDSA, kid and typ ${TRUST_LIST_TYPE} only`);
  const key = Object.hasOwn(operatorKeys, parsed.kid) ? operatorKeys[parsed.kid] : undefined;
  if (key === undefined) throw invalid('a signature by a pinned key of its operator');
  const bytes = decode(signature);
  const message = new TextEncoder().encode(`${header}.${payload}`);
  const verify = await importPublicKey(key);
  if (bytes?.length !== SIGNATURE_BYTES || !(await verify(bytes, message))) {
    throw invalid('a signature that holds');
  }
  const list = trustListSchema.safeParse(parseJson(payload)).data;
  if (!list) throw invalid('id, version, validFrom, validUntil and issuers, each well formed');
  return list;
}

function invalid(expected: string): ClaimsError {
  return new ClaimsError(
    'invalid_trust_list',
    `Expected a trust list with ${expected}. Nobody new is believed; ask its operator.`,
  );
}

function parseJson(part: string): unknown {
  const bytes = decode(part);
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function decode(part: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(base64urlnopad.decode(part));
  } catch {
    return undefined;
  }
}
