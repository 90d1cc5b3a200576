import { gc } from '@grondslag/vocab';
import * as z from 'zod';
import { accessModeIriSchema } from './access-mode.ts';

/**
 * The credentials of the consent flow as the authority serves them: VC Data Model 1.1 with the terms of
 * `https://schema.inrupt.com/credentials/v2.jsonld`, because the access-grant libraries know no other shape.
 */
const proofSchema = z.object({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: z.iso.datetime({ offset: true }),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: z.url(),
  proofValue: z.string(),
});

/** What a status list can say of a credential (Bitstring Status List 1.0 §2.2): gone for good, or for now. */
export const statusPurposeSchema = z.enum(['revocation', 'suspension']);
export type StatusPurpose = z.infer<typeof statusPurposeSchema>;

const statusIndexSchema = z.string().regex(/^\d+$/);
const statusEntrySchema = z.union([
  z.object({
    id: z.url(),
    type: z.literal('RevocationList2020Status'),
    revocationListIndex: statusIndexSchema,
    revocationListCredential: z.url(),
  }),
  z.object({
    id: z.url(),
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: statusPurposeSchema,
    statusListIndex: statusIndexSchema,
    statusListCredential: z.url(),
  }),
]);

// JSON-LD writes a list of one as that one.
const credentialStatusSchema = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent : [sent]),
  z.array(statusEntrySchema).min(1),
);

/** Members around `credentialSubject` of every credential this authority signs. */
export const accessEnvelope = {
  '@context': z.array(z.union([z.url(), z.record(z.string(), z.unknown())])).min(1),
  id: z.url(),
  issuer: z.url(),
  issuanceDate: z.iso.datetime({ offset: true }),
  expirationDate: z.iso.datetime({ offset: true }).exactOptional(),
  credentialStatus: credentialStatusSchema,
  proof: proofSchema,
};

// Loose: custom fields of the agency, with absolute IRIs as names, stay.
const consent = {
  mode: z.array(accessModeIriSchema).min(1),
  forPersonalData: z.array(z.url()).min(1),
  forPurpose: z.array(z.url()).exactOptional(),
  /** For containers; only an explicit `false` keeps a grant from what is inside. */
  inherit: z.boolean().exactOptional(),
};

const decided = {
  ...consent,
  /** WebID of the agency. */
  isProvidedTo: z.url(),
  /** Request that was decided on; the authority has not compared it with the decision. */
  request: z.url().exactOptional(),
  /** Request that was decided on; the authority has checked that the decision stays within it. */
  verifiedRequest: z.url().exactOptional(),
};

function typeOf(name: string) {
  return z.array(z.string()).refine((types) => types.includes(name), `type must include ${name}`);
}

/** A question of an agency: `credentialSubject.id` is the agency, `isConsentForDataSubject` the citizen. */
export const accessRequestSchema = z.object({
  ...accessEnvelope,
  type: typeOf('SolidAccessRequest'),
  credentialSubject: z.object({
    id: z.url(),
    inbox: z.url().exactOptional(),
    hasConsent: z.looseObject({
      ...consent,
      hasStatus: z.literal(gc.ConsentStatusRequested),
      isConsentForDataSubject: z.url(),
    }),
  }),
});
export type AccessRequest = z.infer<typeof accessRequestSchema>;

/** A yes: `credentialSubject.id` is the citizen, `isProvidedTo` the agency. */
export const accessGrantSchema = z.object({
  ...accessEnvelope,
  type: typeOf('SolidAccessGrant'),
  credentialSubject: z.object({
    id: z.url(),
    inbox: z.url().exactOptional(),
    providedConsent: z.looseObject({
      ...decided,
      hasStatus: z.literal(gc.ConsentStatusExplicitlyGiven),
    }),
  }),
});
export type AccessGrant = z.infer<typeof accessGrantSchema>;

/** A no: as a grant, with nothing allowed. A reason, if the citizen gave one, is the custom field `g:reason`. */
export const accessDenialSchema = z.object({
  ...accessEnvelope,
  type: typeOf('SolidAccessDenial'),
  credentialSubject: z.object({
    id: z.url(),
    inbox: z.url().exactOptional(),
    providedConsent: z.looseObject({ ...decided, hasStatus: z.literal(gc.ConsentStatusDenied) }),
  }),
});
export type AccessDenial = z.infer<typeof accessDenialSchema>;

export const accessCredentialSchema = z.union([
  accessRequestSchema,
  accessGrantSchema,
  accessDenialSchema,
]);
export type AccessCredential = z.infer<typeof accessCredentialSchema>;

/** Place of a credential in a Revocation List 2020. @throws {TypeError} when it has none */
export function revocationEntryOf({
  credentialStatus,
}: Pick<AccessCredential, 'credentialStatus'>) {
  const entry = credentialStatus.find(({ type }) => type === 'RevocationList2020Status');
  if (entry?.type === 'RevocationList2020Status') return entry;
  throw new TypeError('the credential has no RevocationList2020Status');
}

export type AccessCredentialKind = 'SolidAccessRequest' | 'SolidAccessGrant' | 'SolidAccessDenial';
