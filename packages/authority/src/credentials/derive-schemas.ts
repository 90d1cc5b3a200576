import * as z from 'zod';
import { expandName } from './asked-schemas.ts';

const MAX_VALUES = 50;

const text = z.string().max(2000);
const value = z.union([text, z.number(), z.boolean()]);
const values = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent : [sent]),
  z.array(value).max(MAX_VALUES),
);
const consentExample = z
  .record(text, values)
  .transform(
    (members) =>
      new Map(Object.entries(members).map(([name, sent]) => [name, sent.map(expandName(name))])),
  );

const exampleSchema = z.looseObject({
  type: values.exactOptional(),
  credentialSubject: z
    .looseObject({
      id: text.exactOptional(),
      providedConsent: consentExample.exactOptional(),
      hasConsent: consentExample.exactOptional(),
    })
    .exactOptional(),
});
/** A credential with only some of its members; those it looks for. */
export type CredentialExample = z.infer<typeof exampleSchema>;

const vcApiSchema = z
  .looseObject({
    verifiableCredential: exampleSchema,
    options: z.looseObject({ include: values.exactOptional() }).exactOptional(),
  })
  .transform(({ verifiableCredential, options }) => ({
    example: verifiableCredential,
    includeExpired: options?.include?.includes('ExpiredVerifiableCredential') ?? false,
  }));

const exampleQuerySchema = z.looseObject({ example: exampleSchema });
const queryByExampleSchema = z
  .looseObject({
    query: z.tuple([
      z.looseObject({
        type: z.literal('QueryByExample'),
        credentialQuery: z.union([
          z.tuple([exampleQuerySchema]).transform(([only]) => only),
          exampleQuerySchema,
        ]),
      }),
    ]),
  })
  .transform(({ query: [{ credentialQuery }] }) => ({
    example: credentialQuery.example,
    includeExpired: false,
  }));

/**
 * Body of `POST derive`, and of `POST query` as Verifiable Presentation Request (`QueryByExample`, VPR 2023 §3.1):
 * the libraries choose between the two by the path.
 */
export const deriveBodySchema = z.union([vcApiSchema, queryByExampleSchema]);
export type DeriveQuestion = z.infer<typeof deriveBodySchema>;
