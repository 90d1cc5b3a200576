import {
  type AccessCredentialKind,
  type AccessMode,
  accessModeOf,
  consentGateToFields,
  explanationToFields,
  explicitConsentToFields,
} from '@grondslag/protocol';
import type { NewAccessDenial, NewAccessGrant, NewAccessRequest } from '@grondslag/protocol/v1';
import { acl, CREDENTIALS_V1, g, gc, INRUPT_V2 } from '@grondslag/vocab';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import { isRequest } from '../credentials/check-linked-request.ts';
import { credentialUrl } from '../credentials/credential-id.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { readAskedCredential } from '../credentials/read-asked-credential.ts';
import { AuthorityError } from '../errors.ts';

const modeIris: Record<AccessMode, string> = {
  read: acl.Read,
  append: acl.Append,
  write: acl.Write,
};

/** A new request in the shape of `POST issue`, so that the same rules hold for both. */
export function askRequest(sent: NewAccessRequest): AskedCredential {
  const { citizen, inbox, explanation, processingActivity, consentGate } = sent;
  return read('SolidAccessRequest', sent.expiresAt, {
    ...(inbox !== undefined && { inbox }),
    hasConsent: {
      ...extent(sent),
      hasStatus: gc.ConsentStatusRequested,
      isConsentForDataSubject: citizen,
      ...(processingActivity !== undefined && { [g.processingActivity]: processingActivity }),
      ...(explanation && explanationToFields(explanation)),
      ...(consentGate && consentGateToFields(consentGate)),
    },
  });
}

type Decision = NewAccessGrant | NewAccessDenial;

/**
 * A new decision in the shape of `POST issue`. What it leaves out is taken from the request it names.
 *
 * @throws {AuthorityError} `request_unknown`
 */
export async function askDecision(
  kind: Exclude<AccessCredentialKind, 'SolidAccessRequest'>,
  sent: Decision,
  powers: { readonly baseUrl: string; readonly credentials: CredentialStore },
): Promise<AskedCredential> {
  const whole = { ...(await asRequested(sent, powers)), ...sent };
  const granted = kind === 'SolidAccessGrant';
  return read(kind, sent.expiresAt, {
    providedConsent: {
      ...extent(whole),
      hasStatus: granted ? gc.ConsentStatusExplicitlyGiven : gc.ConsentStatusDenied,
      isProvidedTo: whole.agency,
      ...(sent.request !== undefined && {
        verifiedRequest: credentialUrl(powers.baseUrl, sent.request),
      }),
      ...('explicitConsent' in sent && explicitConsentToFields(sent.explicitConsent ?? [])),
      ...('reason' in sent && sent.reason !== undefined && { [g.reason]: sent.reason }),
    },
  });
}

async function asRequested(
  { request }: Decision,
  { baseUrl, credentials }: { readonly baseUrl: string; readonly credentials: CredentialStore },
): Promise<Omit<Decision, 'request'>> {
  if (request === undefined) return {};
  const stored = await credentials.find(credentialUrl(baseUrl, request));
  if (!isRequest(stored)) {
    throw new AuthorityError('request_unknown', 'request is not the id of a request made here.');
  }
  const { hasConsent } = stored.credential.credentialSubject;
  return {
    agency: stored.fromAgent,
    resources: hasConsent.forPersonalData,
    modes: hasConsent.mode.map(accessModeOf),
    purposes: hasConsent.forPurpose ?? [],
    ...(hasConsent.inherit !== undefined && { inherit: hasConsent.inherit }),
  };
}

function extent({ resources, modes = [], purposes = [], inherit }: Partial<NewAccessRequest>) {
  return {
    mode: modes.map((mode) => modeIris[mode]),
    forPersonalData: resources,
    ...(purposes.length > 0 && { forPurpose: purposes }),
    ...(inherit !== undefined && { inherit }),
  };
}

function read(
  kind: AccessCredentialKind,
  expiresAt: string | undefined,
  credentialSubject: object,
): AskedCredential {
  const type = ['VerifiableCredential', kind];
  const end = expiresAt !== undefined && { expirationDate: expiresAt };
  const context = [CREDENTIALS_V1, INRUPT_V2];
  return readAskedCredential({
    credential: { '@context': context, type, ...end, credentialSubject },
  });
}
