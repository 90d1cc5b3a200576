import type { SourceParticipant } from '@grondslag/protocol';
import type { TrustedIssuer } from './trust-list-schema.ts';

export type { TrustedIssuer, TrustListDocument } from './trust-list-schema.ts';

/** `typ` of the JWS, so that nothing else the operator signs can pass for a trust list (RFC 8725, 3.11). */
export const TRUST_LIST_TYPE = 'trust-list+jws';

/** Whom to believe, about what, under which keys: a closed list. */
export interface TrustList {
  readonly version: number;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  readonly issuers: readonly TrustedIssuer[];
}

/** The list of sources that the caller has from somebody it trusts already, such as its authority over https. */
export function trustListOf(sources: readonly SourceParticipant[]): TrustList {
  return {
    version: 1,
    validFrom: new Date(0),
    issuers: sources.map(({ webId: _, statusLists, ...source }) => ({
      ...source,
      statusLists: [statusLists],
    })),
  };
}

/** Whether anybody on the list may be believed at `now`. */
export function holdsAt({ validFrom, validUntil }: TrustList, now: Date): boolean {
  return validFrom <= now && (validUntil === undefined || now <= validUntil);
}
