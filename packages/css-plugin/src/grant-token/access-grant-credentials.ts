import type { RequestingPartyToken, TokenPermission } from '@grondslag/protocol';
import type { Credentials } from '@solid/community-server';

/**
 * What a grant token says about the one who sent it.
 *
 * Deliberately not an `agent`: the token is a bearer token, whoever holds it gets what the grant
 * allows and nothing the agency may do in its own right.
 */
export class AccessGrantCredentials {
  /** Base URL of the authority that issued the token. */
  readonly authority: string;
  /** Id of the access grant. */
  readonly grant: string;
  /** WebID of the agency. */
  readonly agency: string;
  /** WebID of the citizen who granted. */
  readonly owner: string;
  readonly permissions: readonly TokenPermission[];
  /** End of the grant itself, which is later than that of the token; `undefined`: not told. */
  readonly endsAtMs: number | undefined;
  /** GDPR Article 6(1) basis of lawful access; `undefined`: consent. */
  readonly legalBasis: string | undefined;
  /** Whether a registered source writes with it. Never in lawful access, which only reads. */
  readonly isSource: boolean;

  constructor({
    iss,
    grant,
    sub,
    owner,
    permissions,
    grant_exp,
    legal_basis,
    source,
  }: RequestingPartyToken) {
    this.authority = iss;
    this.grant = grant;
    this.agency = sub;
    this.owner = owner;
    this.permissions = permissions;
    this.endsAtMs = grant_exp === undefined ? undefined : grant_exp * 1_000;
    this.legalBasis = legal_basis;
    this.isSource = source === true && legal_basis === undefined;
  }

  /** The server writes credentials to its log as JSON: WebIDs and resources stay out of it. */
  toJSON(): { grant: string } {
    return { grant: this.grant };
  }
}

/** The grant under which a request is made; `undefined` for anyone else's request. */
export function accessGrantOf(credentials: Credentials): AccessGrantCredentials | undefined {
  const { accessGrant } = credentials as { accessGrant?: unknown };
  return accessGrant instanceof AccessGrantCredentials ? accessGrant : undefined;
}
