import * as z from 'zod';
import { accessCredentialSchema } from './access-credential.ts';

/** `POST verify`: valid when `errors` is empty. */
export const verifyResponseSchema = z.object({
  checks: z.array(z.string()),
  warnings: z.array(z.string()),
  errors: z.array(z.string()),
});
export type VerifyResponse = z.infer<typeof verifyResponseSchema>;

/** State of a request or of a decision, as in `GET query?status=`. */
export const requestStateSchema = z.enum(['Pending', 'Denied', 'Granted', 'Canceled', 'Expired']);
export type RequestState = z.infer<typeof requestStateSchema>;
export const grantStateSchema = z.enum(['Active', 'Suspended', 'Revoked', 'Expired']);
export type GrantState = z.infer<typeof grantStateSchema>;

/** `GET query`: one page; further pages by the `Link` header. */
export const queryResponseSchema = z.object({ items: z.array(accessCredentialSchema) });
export type QueryResponse = z.infer<typeof queryResponseSchema>;

/** Credentials that one lookup may name, and citizens. */
export const MAX_LOOKED_UP = 100;
/** `POST v1/credential-lookups`: ids of credentials. What is not there, or not for who asks, is left out of the answer. */
export const credentialLookupSchema = z.strictObject({
  ids: z.array(z.url()).min(1).max(MAX_LOOKED_UP),
});

const suspensionSchema = z.object({
  type: z.string(),
  statusPurpose: z.literal('suspension'),
  status: z.enum(['1', '0']),
});
const revocationSchema = z.object({
  type: z.string(),
  statusPurpose: z.literal('revocation').exactOptional(),
  status: z.literal('1'),
});

/** `POST status`: revoked for good, also when no purpose is named; or suspended (`1`) and resumed (`0`). */
export const statusChangeSchema = z.object({
  credentialId: z.url(),
  credentialStatus: z
    .array(z.union([suspensionSchema, revocationSchema]))
    .min(1)
    .max(10),
});
export type StatusChange = z.infer<typeof statusChangeSchema>;
