import { acl, CREDENTIALS_V1, gc, INRUPT_V2, PURPOSE } from './terms.ts';

/** What a credential is asked with. */
export interface Ask {
  readonly resources: readonly string[];
  /** Reading, unless told otherwise. */
  readonly modes?: readonly string[];
  readonly purposes?: readonly string[];
  /** An hour from now, unless told otherwise. */
  readonly expiresAt?: Date;
  /** More members of the consent: `inherit`, `request`, custom fields. */
  readonly consent?: Readonly<Record<string, unknown>>;
  /** More members of the subject: `id`, `inbox`. */
  readonly subject?: Readonly<Record<string, unknown>>;
  /** More members of the credential: `issuanceDate`, `@context`. */
  readonly credential?: Readonly<Record<string, unknown>>;
}

const HOUR = 60 * 60 * 1_000;

/** The request the libraries send for `citizen`. */
export function requestBody(citizen: string, ask: Ask): object {
  return body('SolidAccessRequest', ask, {
    hasConsent: {
      ...extent(ask),
      hasStatus: gc.Requested,
      isConsentForDataSubject: citizen,
      ...ask.consent,
    },
  });
}

/** The grant the libraries send for `recipient`. */
export function grantBody(recipient: string, ask: Ask): object {
  return body('SolidAccessGrant', ask, {
    providedConsent: {
      ...extent(ask),
      hasStatus: gc.ExplicitlyGiven,
      isProvidedTo: recipient,
      ...ask.consent,
    },
  });
}

/** The denial the libraries send for `recipient`. */
export function denialBody(recipient: string, ask: Ask): object {
  return body('SolidAccessDenial', ask, {
    providedConsent: {
      ...extent(ask),
      hasStatus: gc.Denied,
      isProvidedTo: recipient,
      ...ask.consent,
    },
  });
}

function extent({ resources, modes = [acl.Read], purposes = [PURPOSE] }: Ask) {
  return { mode: modes, forPersonalData: resources, forPurpose: purposes };
}

function body(type: string, { expiresAt, subject, credential }: Ask, consent: object): object {
  return {
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', type],
      expirationDate: (expiresAt ?? new Date(Date.now() + HOUR)).toISOString(),
      credentialSubject: { ...subject, ...consent },
      ...credential,
    },
  };
}
