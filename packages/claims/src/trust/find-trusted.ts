import type { SourceParticipant } from '@grondslag/protocol';
import { decodeMultikey } from '../proof/multikey.ts';
import type { TrustedIssuer, TrustList } from './trust-list.ts';

/** Who states a claim, as the trust list has it. */
export type ClaimSource = Pick<SourceParticipant, 'id' | 'name' | 'claimTypes'>;

/** A trust list, to look up in. */
export interface TrustedKeys {
  /** Whose key it is; `undefined` when it is pinned for nobody. */
  issuerOf(verificationMethod: string): TrustedIssuer | undefined;
  publicKeyOf(verificationMethod: string): string | undefined;
  /** The issuer with this id, under whatever key. */
  find(issuer: string): TrustedIssuer | undefined;
}

const indexes = new WeakMap<TrustList, TrustedKeys>();

/**
 * @throws {TypeError} when two issuers share a verification method, or a status list base is not a URL
 * @throws {ClaimsError} `invalid_key` when a pinned key is not a Multikey of a kind that a suite here uses
 */
export function findTrusted(list: TrustList): TrustedKeys {
  const known = indexes.get(list);
  if (known) return known;
  const found = index(list);
  indexes.set(list, found);
  return found;
}

function index({ issuers }: TrustList): TrustedKeys {
  const pinned = new Map<string, { issuer: TrustedIssuer; publicKey: string }>();
  for (const issuer of issuers) {
    for (const base of issuer.statusLists) {
      if (!URL.canParse(base)) {
        throw new TypeError(`Expected a URL as statusLists of ${issuer.id}, got ${base}.`);
      }
    }
    for (const [id, publicKey] of Object.entries(issuer.keys)) {
      if (pinned.has(id)) throw new TypeError(`Expected ${id} to belong to one source only.`);
      decodeMultikey(publicKey);
      pinned.set(id, { issuer, publicKey });
    }
  }
  const ids = new Map(issuers.map((issuer) => [issuer.id, issuer]));
  return {
    issuerOf: (method) => pinned.get(method)?.issuer,
    publicKeyOf: (method) => pinned.get(method)?.publicKey,
    find: (issuer) => ids.get(issuer),
  };
}
