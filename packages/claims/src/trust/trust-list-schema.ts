import {
  localTextSchema,
  sourceParticipantSchema,
  statusPurposesSchema,
} from '@grondslag/protocol';
import * as z from 'zod';
import { TRUST_LIST_TYPE } from './trust-list.ts';

/** Of the JWS. */
export const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string(),
  typ: z.literal(TRUST_LIST_TYPE),
});

/** An issuer that is believed: about which kinds of claim, under which keys. */
export const trustedIssuerSchema = z.strictObject({
  /** `issuer` of its credentials. */
  id: z.url(),
  name: localTextSchema,
  /** Kinds of claim it may state; any other it signs is not believed. */
  claimTypes: z.array(z.url()).min(1),
  /** Verification methods, pinned: id → public key as multibase Multikey. Empty: `resolveKey` finds them. */
  keys: z.record(z.url(), z.string().startsWith('z')),
  /** Its status lists may only be fetched from below one of these URLs. */
  statusLists: z.array(z.url()).min(1),
  /** Kind of claim → purposes of the statuses that its credentials of that kind always have. */
  statusPurposes: statusPurposesSchema.exactOptional(),
});
export type TrustedIssuer = z.infer<typeof trustedIssuerSchema>;

/** What the operator of a trust list signs. */
export const trustListSchema = z.strictObject({
  /** Where it is published; a list from one address can not stand in for another. */
  id: z.url(),
  /** Rises with every change: an older list is refused by whoever saw a newer one. */
  version: z.int().positive(),
  validFrom: z.iso.datetime().transform((text) => new Date(text)),
  /** Not optional: a list without end could be replayed for ever to who is kept from newer ones. */
  validUntil: z.iso.datetime().transform((text) => new Date(text)),
  issuers: z.array(trustedIssuerSchema).max(10_000),
});
/** A trust list as it is written: dates as text. */
export type TrustListDocument = z.input<typeof trustListSchema>;

/** `GET v1/participants`: of its members, only the sources matter here. */
export const participantsSchema = z.looseObject({ sources: z.array(sourceParticipantSchema) });
