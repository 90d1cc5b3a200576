import * as z from 'zod';
import { expectThat } from '../run/expect.ts';

const subjectSchema = z.looseObject({
  id: z.string(),
  hasConsent: z.record(z.string(), z.unknown()).exactOptional(),
  providedConsent: z.record(z.string(), z.unknown()).exactOptional(),
});

/** A request, grant or denial, as far as every case needs it. */
export const credentialSchema = z.looseObject({
  '@context': z.array(z.unknown()),
  id: z.string(),
  type: z.array(z.string()),
  issuer: z.string(),
  issuanceDate: z.string(),
  expirationDate: z.string().exactOptional(),
  credentialSubject: subjectSchema,
  proof: z.looseObject({}),
});
export type Credential = z.infer<typeof credentialSchema>;

/** Parses an answer that should be a credential. */
export async function readCredential(response: Response): Promise<Credential> {
  const body: unknown = await response.json();
  const parsed = credentialSchema.safeParse(body);
  expectThat(parsed.success, 'a bare credential', body);
  return parsed.data;
}

/** The consent of a credential, whatever its kind. */
export function consentOf({ credentialSubject }: Credential): Record<string, unknown> {
  return credentialSubject.hasConsent ?? credentialSubject.providedConsent ?? {};
}

/** A value as the list the libraries make of it. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
