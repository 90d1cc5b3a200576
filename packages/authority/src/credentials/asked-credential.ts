import type { AccessCredentialKind, AccessModeIri } from '@grondslag/protocol';
import type { CustomFields } from './custom-fields.ts';

/** What a caller wants signed, as read from the body of `POST issue`. */
export interface AskedCredential {
  readonly kind: AccessCredentialKind;
  readonly issuanceDate?: Date;
  readonly expirationDate?: Date;
  /** `credentialSubject.id`, when the caller sent it. */
  readonly subject?: string;
  /** Inbox of the agency. */
  readonly inbox?: string;
  readonly modes: readonly AccessModeIri[];
  readonly resources: readonly string[];
  /** Absent and empty are both signed as sent. */
  readonly purposes?: readonly string[];
  readonly inherit?: boolean;
  /** WebID of the citizen who is asked, or of the agency that is granted or denied. */
  readonly toAgent: string;
  readonly link?: RequestLink;
  /** URI templates of a request; signed as sent, they grant nothing. */
  readonly template?: readonly string[];
  readonly customFields: CustomFields;
}

/** The request a decision names. */
export interface RequestLink {
  readonly id: string;
  /** Whether the decision is to be compared with the request (`verifiedRequest`) or the link only recorded. */
  readonly verified: boolean;
}
