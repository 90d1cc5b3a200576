import { accessModeIriSchema } from '@grondslag/protocol';
import { ACL, GCONSENT } from '@grondslag/vocab';
import * as z from 'zod';
import { jsonObjectSchema } from '../http/json-object.ts';
import { isIri, isPlainText } from './plain-text.ts';

/** A grant names at most as many resources as one question to a vault server may. */
const MAX_RESOURCES = 100;
const MAX_PURPOSES = 50;
const MAX_IRI_LENGTH = 2000;

const text = z.string().max(MAX_IRI_LENGTH).refine(isPlainText, 'not plain text');
const iri = text.refine(isIri, 'not an absolute IRI');
const httpUrl = iri.refine((value) => /^https?:\/\//.test(value), 'not an http(s) URL');
const date = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

/** The libraries send lists, and JSON-LD writes a list of one as that one. */
function listOf<T extends z.ZodType>(item: T, min: number, max: number) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(item).min(min).max(max),
  );
}

const vocabularies: Readonly<Record<string, string>> = { mode: ACL, hasStatus: GCONSENT };

/** Full IRI of a name that the consent contexts define for this member: `Read` of `mode` → `…acl#Read`. */
export function expandName(member: string) {
  const base = Object.hasOwn(vocabularies, member) ? vocabularies[member] : undefined;
  return <T>(value: T) =>
    base !== undefined && typeof value === 'string' && /^[A-Z][A-Za-z]*$/.test(value)
      ? base + value
      : value;
}

const consent = {
  mode: listOf(z.preprocess(expandName('mode'), accessModeIriSchema), 1, 10),
  hasStatus: z.preprocess(expandName('hasStatus'), z.string()),
  forPersonalData: listOf(httpUrl, 1, MAX_RESOURCES),
  forPurpose: listOf(iri, 0, MAX_PURPOSES).exactOptional(),
  // Older libraries write a boolean as text.
  inherit: z
    .union([
      z.boolean(),
      z.literal('true').transform(() => true),
      z.literal('false').transform(() => false),
    ])
    .exactOptional(),
};

/** Block `hasConsent` of a request; members it does not name are custom fields. */
export const requestConsentSchema = z.object({
  ...consent,
  isConsentForDataSubject: httpUrl,
  template: listOf(text, 0, MAX_RESOURCES).exactOptional(),
});

/** Block `providedConsent` of a grant or a denial; members it does not name are custom fields. */
export const decisionConsentSchema = z.object({
  ...consent,
  isProvidedTo: httpUrl,
  request: httpUrl.exactOptional(),
  verifiedRequest: httpUrl.exactOptional(),
});

/** The credential around the consent. */
export const envelopeSchema = z.object({
  '@context': z.array(z.unknown()).min(1),
  type: z.array(z.string()),
  issuanceDate: date.exactOptional(),
  // `null`: the approver took the end out.
  expirationDate: z.union([date, z.null()]).exactOptional(),
  credentialSubject: jsonObjectSchema,
});

/** `credentialSubject` without its consent. */
export const subjectSchema = z.object({
  id: httpUrl.exactOptional(),
  inbox: httpUrl.exactOptional(),
});

/** Body of `POST issue`. */
export const issueBodySchema = z.object({ credential: jsonObjectSchema });
