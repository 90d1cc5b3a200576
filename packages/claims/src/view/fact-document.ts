import { contexts } from '@grondslag/vocab';
import * as z from 'zod';
import { ownKinds } from '../claim/claim-kinds.ts';
import { nameOf } from '../claim/fact.ts';
import { isBaseProof } from '../proof/base-proof.ts';
import { MAX_FACT_BYTES } from './derive-view.ts';

/** Objects and lists in all. A fact has some six; each object is a node that has to be told apart. */
const MAX_OBJECTS = 24;

/** What of a proof is known: anything more would leave with each view. */
const proofSchema = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  id: z.url().exactOptional(),
  cryptosuite: z.string(),
  created: z.string(),
  expires: z.string().exactOptional(),
  verificationMethod: z.url(),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string(),
});
const baseProofSchema = proofSchema
  .extend({ cryptosuite: z.literal('ecdsa-sd-2023') })
  .refine(isBaseProof);

/** Of each kind of fact that has a shape, the name of the member that has it, and those of its fields. */
const kinds = [...ownKinds.values()].map(({ claimType, link, fields }) => ({
  claimType,
  link: nameOf(link),
  fields: [...fields.keys()].map(nameOf),
}));

const plainSchema = z.strictObject({
  '@context': z.unknown(),
  id: z.string().exactOptional(),
  type: z.unknown(),
  issuer: z.string(),
  validFrom: z.string().exactOptional(),
  validUntil: z.string().exactOptional(),
  credentialStatus: z.unknown(),
  credentialSubject: z.unknown(),
  proof: z.union([proofSchema, z.array(proofSchema).max(8)]),
});

const factDocumentSchema = z.looseObject({
  // A context of its own could hold anything, and leaves with each view.
  '@context': z.array(z.string().refine((url) => contexts.has(url))).min(1),
  credentialSubject: z.looseObject({ id: z.url() }),
});

/** A credential about one fact, as JSON. Nothing it says has been checked. */
export interface FactDocument {
  /** Without its proofs. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly claimType: string;
  /** Member of the subject that has the fact: `income`. */
  readonly link: string;
  /** Names of the fields that it has. */
  readonly fields: readonly string[];
  /** Whether it has no members beside those of every fact, also in its proofs: no title, and no remark. */
  readonly isPlain: boolean;
  readonly proof: unknown;
  /** Its base proof; `undefined` when it has none. */
  readonly baseProof?: Readonly<z.infer<typeof baseProofSchema>>;
}

/** Reads a credential about one fact, by its JSON alone; `undefined` when it is something else, or too much. */
export function readFactDocument(text: string): FactDocument | undefined {
  if (text.length > MAX_FACT_BYTES) return undefined;
  const credential = factDocumentSchema.safeParse(parseJson(text)).data;
  if (!credential) return undefined;
  const { proof, ...document } = credential;
  const subject: Readonly<Record<string, unknown>> = document.credentialSubject;
  if (hasManyObjects(document)) return undefined;
  const kind = kinds.find(({ link }) => Object.hasOwn(subject, link));
  if (!kind) return undefined;
  const { claimType, link } = kind;
  const fact = subject[link];
  if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return undefined;
  const baseProof = [proof].flat().flatMap((one) => baseProofSchema.safeParse(one).data ?? [])[0];
  return {
    document,
    claimType,
    link,
    fields: kind.fields.filter((name) => Object.hasOwn(fact, name)),
    proof,
    isPlain: plainSchema.safeParse(credential).success,
    ...(baseProof && { baseProof }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without recursion: nobody has looked at how deep it goes. */
function hasManyObjects(document: object): boolean {
  const waiting: unknown[] = [document];
  let count = 0;
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    count += 1;
    if (count > MAX_OBJECTS) return true;
    for (const member of Object.values(value)) if (typeof member === 'object') waiting.push(member);
  }
  return false;
}
