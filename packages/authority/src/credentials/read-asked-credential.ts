import type { AccessCredentialKind } from '@grondslag/protocol';
import {
  CREDENTIALS_V1,
  DATA_INTEGRITY_V1,
  gc,
  INRUPT_V1,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
} from '@grondslag/vocab';
import type * as z from 'zod';
import { AuthorityError } from '../errors.ts';
import { jsonObjectSchema } from '../http/json-object.ts';
import { describeIssues, parseBody } from '../http/read-body.ts';
import type { AskedCredential } from './asked-credential.ts';
import {
  decisionConsentSchema,
  envelopeSchema,
  issueBodySchema,
  requestConsentSchema,
  subjectSchema,
} from './asked-schemas.ts';
import { type CustomFields, readCustomFields, unknownTerm } from './custom-fields.ts';

// What they define for a consent is the same; what is signed names the newer one.
const acceptedContexts = new Set<unknown>([
  CREDENTIALS_V1,
  INRUPT_V1,
  INRUPT_V2,
  DATA_INTEGRITY_V1,
  REVOCATION_LIST_2020_V1,
]);

const kinds = {
  SolidAccessRequest: { block: 'hasConsent', status: gc.ConsentStatusRequested },
  SolidAccessGrant: { block: 'providedConsent', status: gc.ConsentStatusExplicitlyGiven },
  SolidAccessDenial: { block: 'providedConsent', status: gc.ConsentStatusDenied },
} as const;

/**
 * Reads the body of `POST issue`, in the shapes the access-grant libraries send. A term we do not know is refused
 * by name: it would silently fall outside the signature.
 *
 * @throws {AuthorityError} `invalid_body`, `unknown_context`, `unknown_term`, `reserved_field` or
 * `invalid_credential`
 */
export function readAskedCredential(body: unknown): AskedCredential {
  const { credential } = parseBody(issueBodySchema, body);
  checkTerms(credential, envelopeSchema);
  const envelope = parsePart(envelopeSchema, credential, 'credential');
  checkContexts(envelope['@context']);
  const kind = kindOf(envelope.type);
  const { block, status } = kinds[kind];
  const { [block]: consent, ...aroundConsent } = envelope.credentialSubject;
  checkTerms(aroundConsent, subjectSchema);
  const subject = parsePart(subjectSchema, aroundConsent, 'credentialSubject');
  const { hasStatus, ...read } = readConsent(kind, consent);
  if (hasStatus !== status) {
    throw new AuthorityError(
      'invalid_credential',
      `${block}.hasStatus of a ${kind} should be ${status}.`,
    );
  }
  return {
    kind,
    ...(envelope.issuanceDate && { issuanceDate: envelope.issuanceDate }),
    ...(envelope.expirationDate && { expirationDate: envelope.expirationDate }),
    ...(subject.id !== undefined && { subject: subject.id }),
    ...(subject.inbox !== undefined && { inbox: subject.inbox }),
    ...read,
  };
}

function readConsent(kind: AccessCredentialKind, consent: unknown) {
  const members = parsePart(jsonObjectSchema, consent, kinds[kind].block);
  return kind === 'SolidAccessRequest' ? readRequested(members) : readDecided(members);
}

function readRequested(members: Readonly<Record<string, unknown>>) {
  const customFields = readCustomFields(withoutTerms(members, requestConsentSchema));
  const consent = parsePart(requestConsentSchema, members, 'hasConsent');
  const { template } = consent;
  return {
    ...toShared(consent, customFields),
    toAgent: consent.isConsentForDataSubject,
    ...(template && { template }),
  };
}

function readDecided(members: Readonly<Record<string, unknown>>) {
  const customFields = readCustomFields(withoutTerms(members, decisionConsentSchema));
  const consent = parsePart(decisionConsentSchema, members, 'providedConsent');
  const { request, verifiedRequest } = consent;
  if (request !== undefined && verifiedRequest !== undefined) {
    throw new AuthorityError('invalid_credential', 'Send request or verifiedRequest, not both.');
  }
  const id = verifiedRequest ?? request;
  return {
    ...toShared(consent, customFields),
    toAgent: consent.isProvidedTo,
    ...(id !== undefined && { link: { id, verified: verifiedRequest !== undefined } }),
  };
}

type Consent = z.infer<typeof requestConsentSchema> | z.infer<typeof decisionConsentSchema>;

function toShared(consent: Consent, customFields: CustomFields) {
  const { hasStatus, mode, forPersonalData, forPurpose, inherit } = consent;
  return {
    hasStatus,
    modes: [...new Set(mode)],
    resources: forPersonalData,
    ...(forPurpose && { purposes: forPurpose }),
    ...(inherit !== undefined && { inherit }),
    customFields,
  };
}

function checkContexts(contexts: readonly unknown[]): void {
  const unknown = contexts.find((context) => !acceptedContexts.has(context));
  if (unknown !== undefined) {
    const name = typeof unknown === 'string' ? unknown.slice(0, 200) : 'a context object';
    throw new AuthorityError(
      'unknown_context',
      `@context holds ${name}; send ${CREDENTIALS_V1} and ${INRUPT_V2}.`,
    );
  }
  if (contexts[0] !== CREDENTIALS_V1) {
    throw new AuthorityError('invalid_credential', `@context should begin with ${CREDENTIALS_V1}.`);
  }
}

function kindOf(types: readonly string[]): AccessCredentialKind {
  const own = types.filter((type) => type !== 'VerifiableCredential');
  const [kind] = own;
  if (own.length === 1 && kind !== undefined && Object.hasOwn(kinds, kind)) {
    return kind as AccessCredentialKind;
  }
  throw new AuthorityError(
    'invalid_credential',
    `type should hold VerifiableCredential and exactly one of ${Object.keys(kinds).join(', ')}.`,
  );
}

function checkTerms(members: Readonly<Record<string, unknown>>, schema: z.ZodObject): void {
  const unknown = Object.keys(withoutTerms(members, schema))[0];
  if (unknown !== undefined) throw unknownTerm(unknown);
}

function withoutTerms(members: Readonly<Record<string, unknown>>, schema: z.ZodObject) {
  return Object.fromEntries(
    Object.entries(members).filter(([name]) => !Object.hasOwn(schema.shape, name)),
  );
}

function parsePart<S extends z.ZodType>(schema: S, part: unknown, name: string): z.infer<S> {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new AuthorityError('invalid_credential', `${name}.${describeIssues(parsed.error)}`);
}
