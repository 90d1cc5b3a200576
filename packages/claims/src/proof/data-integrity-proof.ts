import * as z from 'zod';

/** xsd:dateTimeStamp: a date and time with a zone. */
const dateTimeStampSchema = z.iso.datetime({ offset: true });

/** What is signed of a proof: all of it but its value. Other members are allowed, and are signed too. */
export const proofSchema = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: dateTimeStampSchema,
  expires: dateTimeStampSchema.exactOptional(),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: z.url(),
  proofValue: z.string(),
});

/**
 * The proof that `signCredential` adds.
 *
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#dataintegrityproof | Data Integrity EdDSA, 2.2.1}
 */
export interface DataIntegrityProof {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-rdfc-2022';
  readonly created: string;
  readonly proofPurpose: 'assertionMethod';
  readonly verificationMethod: string;
  readonly proofValue: string;
}
