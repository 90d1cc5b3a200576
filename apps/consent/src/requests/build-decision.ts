import {
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  explicitConsentToFields,
  type SharedFields,
  sharedFieldsToFields,
} from '@grondslag/protocol';
import { acl, CREDENTIALS_V1, g, gc, INRUPT_V2 } from '@grondslag/vocab';
import { askedFieldsOf, isAsked } from './asked-fields.ts';

type GrantConsent = AccessGrant['credentialSubject']['providedConsent'];
type DenialConsent = AccessDenial['credentialSubject']['providedConsent'];

/** Body of `POST issue` for a decision. The authority adds who decides, when, and its signature. */
export interface DecisionBody {
  readonly credential: {
    readonly '@context': readonly string[];
    readonly type: readonly string[];
    readonly expirationDate?: string;
    readonly credentialSubject: { readonly providedConsent: GrantConsent | DenialConsent };
  };
}

/** A reason is cut off here. */
export const MAX_REASON_LENGTH = 500;

const context = [CREDENTIALS_V1, INRUPT_V2];

/** Whether a request asks to read; a decision of this app never allows more than reading. */
export function asksToRead(request: AccessRequest): boolean {
  return request.credentialSubject.hasConsent.mode.includes(acl.Read);
}

/** Whether a request names several purposes: then the citizen chooses which. */
export function asksSeveralPurposes(request: AccessRequest): boolean {
  return (request.credentialSubject.hasConsent.forPurpose ?? []).length > 1;
}

/**
 * A yes to some of what was asked: for these purposes, reading exactly these facts, a container only at a counter, until `endsAt` or the end
 * that was asked, whichever is first. Of a fact in `shared` only the fields it names, which the vault server keeps to.
 *
 * @throws {TypeError} when nothing is chosen, or something that was not asked, or reading was not asked.
 */
export function buildGrant(
  request: AccessRequest,
  choice: {
    readonly facts: readonly string[];
    /** Of facts that are shared in part, the fields that are. */
    readonly shared?: readonly SharedFields[];
    /** Facts that go whole though less was asked, with all that they have: they cannot be divided. */
    readonly wholes?: readonly SharedFields[];
    readonly endsAt: Date;
    /** Kinds of facts of special categories that got an explicit yes. */
    readonly explicit?: readonly string[];
    /** At a counter nobody knows the single facts: then `facts` are containers, as they were asked. */
    readonly ofKinds?: boolean;
    /** Of several purposes, those that are allowed. */
    readonly purposes?: readonly string[];
  },
): DecisionBody {
  const asked = request.credentialSubject.hasConsent;
  if (choice.facts.length === 0) throw new TypeError('A yes needs at least one fact');
  if (!asksToRead(request)) throw new TypeError('The request does not ask to read');
  const isNamedRight = (fact: string) => fact.endsWith('/') === (choice.ofKinds ?? false);
  if (!choice.facts.every((fact) => isNamedRight(fact) && isAsked(request, fact))) {
    throw new TypeError('A yes may only name single facts that were asked');
  }
  const shared = (choice.shared ?? []).filter(({ resource }) => choice.facts.includes(resource));
  for (const { resource, fields } of shared) {
    const { asked } = askedFieldsOf(request, resource, fields);
    if (fields.length === 0 || asked.length < fields.length) {
      throw new TypeError('A yes to a part of a fact may only name fields that were asked');
    }
  }
  const wholes = (choice.wholes ?? []).filter(({ resource }) => choice.facts.includes(resource));
  const { forPurpose = [] } = asked;
  const purposes = asksSeveralPurposes(request)
    ? forPurpose.filter((purpose) => choice.purposes?.includes(purpose))
    : forPurpose;
  if (forPurpose.length > 0 && purposes.length === 0) {
    throw new TypeError('A yes needs at least one of the purposes');
  }
  const limit = request.expirationDate ? Date.parse(request.expirationDate) : Infinity;
  const providedConsent: GrantConsent = {
    mode: [acl.Read],
    hasStatus: gc.ConsentStatusExplicitlyGiven,
    forPersonalData: [...new Set(choice.facts)],
    ...(purposes.length > 0 && { forPurpose: purposes }),
    isProvidedTo: request.credentialSubject.id,
    inherit: choice.ofKinds ?? false,
    verifiedRequest: request.id,
    ...explicitConsentToFields(choice.explicit ?? []),
    ...sharedFieldsToFields([...shared, ...wholes]),
  };
  return {
    credential: {
      '@context': context,
      type: ['VerifiableCredential', 'SolidAccessGrant'],
      expirationDate: new Date(Math.min(choice.endsAt.getTime(), limit)).toISOString(),
      credentialSubject: { providedConsent },
    },
  };
}

/** A no to all that was asked, with the citizen's reason if there is one. */
export function buildDenial(request: AccessRequest, reason: string): DecisionBody {
  const asked = request.credentialSubject.hasConsent;
  const given = reason.trim().slice(0, MAX_REASON_LENGTH);
  const providedConsent: DenialConsent = {
    mode: asked.mode,
    hasStatus: gc.ConsentStatusDenied,
    forPersonalData: asked.forPersonalData,
    ...(asked.forPurpose && { forPurpose: asked.forPurpose }),
    isProvidedTo: request.credentialSubject.id,
    ...(asked.inherit !== undefined && { inherit: asked.inherit }),
    verifiedRequest: request.id,
    ...(given && { [g.reason]: given }),
  };
  return {
    credential: {
      '@context': context,
      type: ['VerifiableCredential', 'SolidAccessDenial'],
      credentialSubject: { providedConsent },
    },
  };
}
