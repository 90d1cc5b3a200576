import type { Context } from 'hono';
import * as z from 'zod';
import { VcApiProblem } from './problem.ts';

const pointers = z.array(z.string().max(1_000)).max(200);
/** With the members of VC Data Model 1.1 and 2.0 that no credential may lack. */
const credential = z.looseObject({
  '@context': z
    .array(z.unknown())
    .refine(([first]) => baseContexts.includes(String(first)), 'the base context comes first'),
  type: z
    .union([z.string(), z.array(z.string())])
    .refine((type) => [type].flat().includes('VerifiableCredential'), 'VerifiableCredential'),
  issuer: z.union([z.url(), z.looseObject({ id: z.url() })]),
  credentialSubject: z.union([filled(), z.array(filled()).min(1)]),
});
const baseContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
];

function filled() {
  return z.looseObject({}).refine((value) => Object.keys(value).length > 0, 'not empty');
}

/** `POST /credentials/issue` */
export const issueRequest = z.object({
  credential,
  options: z
    .object({
      cryptosuite: z
        .enum(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-sd-2023'])
        .optional(),
      mandatoryPointers: pointers.optional(),
    })
    .default({}),
});

/** `POST /credentials/verify` */
export const verifyRequest = z.object({
  verifiableCredential: z.looseObject({}),
  options: z
    .object({
      expectedProofPurpose: z.string().optional(),
      challenge: z.string().optional(),
      domain: z.string().optional(),
    })
    .default({}),
});

/** `POST /credentials/derive` */
export const deriveRequest = z.object({
  verifiableCredential: z.looseObject({ proof: z.unknown() }),
  options: z.object({ selectivePointers: pointers.default([]) }).default({ selectivePointers: [] }),
});

/** `POST /presentations/verify` */
export const presentationRequest = z.object({
  verifiablePresentation: z.looseObject({}),
  options: z
    .object({ challenge: z.string().min(1).optional(), domain: z.string().min(1).optional() })
    .default({}),
});

/** @throws {VcApiProblem} `malformed`, naming members, never what was in them */
export async function readRequest<S extends z.ZodType>(
  context: Context,
  schema: S,
): Promise<z.infer<S>> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    // Without the cause: the message of a SyntaxError quotes what was sent.
    throw new VcApiProblem('malformed', 'invalid_json', 'Expected a body of JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new VcApiProblem('malformed', 'invalid_body', wrong.join('; '));
}
