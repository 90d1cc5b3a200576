import * as z from 'zod';
import { MAX_PROOFS } from './data-integrity-proof.ts';

/** xsd:dateTimeStamp: a date and time with a zone. */
const dateTimeStampSchema = z.iso.datetime({ offset: true });

/**
 * A proof of any suite. Other members are allowed, and are signed too.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#proofs | Data Integrity, 2.1}
 */
export const anyProofSchema = z
  .looseObject({
    type: z.literal('DataIntegrityProof'),
    id: z.url().exactOptional(),
    cryptosuite: z.string().max(100),
    created: dateTimeStampSchema.exactOptional(),
    expires: dateTimeStampSchema.exactOptional(),
    proofPurpose: z.string(),
    verificationMethod: z.url(),
    /** `id` of the proofs that this one signs too. */
    previousProof: z
      .union([z.string(), z.array(z.string()).min(1).max(MAX_PROOFS)])
      .exactOptional(),
    proofValue: z.string(),
  })
  // Without, nobody knows whether its key was good then. Only bbs-2023 leaves it out, to recognise nobody.
  .refine(({ created, cryptosuite }) => created !== undefined || cryptosuite === 'bbs-2023');
export type AnyProof = z.infer<typeof anyProofSchema>;

/** What is signed of a proof: all of it but its value. */
export const proofSchema = anyProofSchema.safeExtend({
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: dateTimeStampSchema,
  proofPurpose: z.literal('assertionMethod'),
});
export type PlainProof = z.infer<typeof proofSchema>;
