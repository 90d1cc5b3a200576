import { randomUUID } from 'node:crypto';
import type { DisputedFact } from '@grondslag/legal-basis';
import type { AccessCredential, Participants } from '@grondslag/protocol';
import {
  CREDENTIALS_V1,
  DATA_INTEGRITY_V1,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
} from '@grondslag/vocab';
import {
  type PlayedAnswer,
  type PlayedServer,
  playServer,
  type SeenRequest,
} from './play-server.ts';

/** An authority that issues what it is asked and remembers it; tests decide and withdraw. */
export interface PlayedAuthority extends PlayedServer {
  readonly credentials: AccessCredential[];
  readonly revoked: Set<string>;
  readonly participants: Participants;
  /** What citizens dispute. */
  readonly disputed: DisputedFact[];
  /** Adds a grant or denial of a citizen. */
  decide(
    type: 'SolidAccessGrant' | 'SolidAccessDenial',
    citizen: string,
    consent: object,
    expires?: Date,
  ): string;
  /** What `POST token` answers. */
  token: (request: SeenRequest) => PlayedAnswer;
}

interface PlayedCredential {
  [field: string]: unknown;
  id: string;
  type: string[];
  expirationDate?: string;
  credentialSubject: { id: string; hasConsent?: PlayedConsent; providedConsent?: PlayedConsent };
}
interface PlayedConsent {
  isConsentForDataSubject?: string;
  isProvidedTo?: string;
  request?: string;
  verifiedRequest?: string;
}

export async function playAuthority(agency: () => string): Promise<PlayedAuthority> {
  const server = await playServer();
  const credentials: PlayedCredential[] = [];
  const revoked = new Set<string>();
  const participants: Participants = { agencies: [], sources: [] };

  function issue(
    type: string,
    credentialSubject: PlayedCredential['credentialSubject'],
    expirationDate?: string,
  ) {
    const id = `${server.url}vc/${randomUUID()}`;
    credentials.push({
      '@context': [CREDENTIALS_V1, INRUPT_V2, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1],
      id,
      type: ['VerifiableCredential', type],
      issuer: server.url,
      issuanceDate: new Date().toISOString(),
      ...(expirationDate && { expirationDate }),
      credentialStatus: {
        id: `${server.url}status/1#${credentials.length}`,
        type: 'RevocationList2020Status',
        revocationListIndex: String(credentials.length),
        revocationListCredential: `${server.url}status/1`,
      },
      credentialSubject,
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: new Date().toISOString(),
        proofPurpose: 'assertionMethod',
        verificationMethod: `${server.url}#key-1`,
        proofValue:
          'z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKods5D2UAUL5n2Brbx',
      },
    });
    return id;
  }

  function stateOf({ id, type, expirationDate }: PlayedCredential): string {
    const isRequest = type.includes('SolidAccessRequest');
    if (revoked.has(id)) return isRequest ? 'Canceled' : 'Revoked';
    const decision = credentials.find(({ credentialSubject: { providedConsent } }) => {
      return [providedConsent?.request, providedConsent?.verifiedRequest].includes(id);
    });
    if (decision) return decision.type.includes('SolidAccessDenial') ? 'Denied' : 'Granted';
    if (expirationDate && new Date(expirationDate) <= new Date()) return 'Expired';
    return isRequest ? 'Pending' : 'Active';
  }

  function query(search: URLSearchParams): PlayedAnswer {
    const items = credentials.filter((credential) => {
      const { id, hasConsent, providedConsent } = credential.credentialSubject;
      const status = search.get('status');
      return (
        credential.type.includes(search.get('type') ?? '') &&
        id === search.get('fromAgent') &&
        (hasConsent?.isConsentForDataSubject ?? providedConsent?.isProvidedTo) ===
          search.get('toAgent') &&
        (status === null || stateOf(credential) === status)
      );
    });
    // One credential a page, so that paging is always used.
    const page = Number(search.get('page') ?? 0);
    const next = new URL('query', server.url);
    next.search = search.toString();
    next.searchParams.set('page', String(page + 1));
    return {
      body: { items: items.slice(page, page + 1) },
      ...(items.length > page + 1 && { headers: { link: `<${next.href}>; rel="next"` } }),
    };
  }

  const authority: PlayedAuthority = Object.assign(server, {
    credentials: credentials as unknown as AccessCredential[],
    revoked,
    participants,
    disputed: [],
    token: (): PlayedAnswer => ({ status: 403, body: { error: 'request_denied' } }),
    decide(
      type: 'SolidAccessGrant' | 'SolidAccessDenial',
      citizen: string,
      consent: object,
      expires?: Date,
    ) {
      return issue(type, { id: citizen, providedConsent: consent }, expires?.toISOString());
    },
  });
  authority.answer = (request) => {
    const url = new URL(request.path, server.url);
    const isLoggedIn =
      request.headers.authorization?.startsWith('DPoP ') && 'dpop' in request.headers;
    switch (url.pathname) {
      case '/.well-known/uma2-configuration':
        return {
          body: {
            issuer: server.url,
            token_endpoint: `${server.url}token`,
            jwks_uri: `${server.url}jwks`,
            verifiable_credential_issuer: server.url,
            grant_types_supported: [],
            uma_profiles_supported: [],
          },
        };
      case '/.well-known/vc-configuration':
        return { body: { '@context': [INRUPT_V2] } };
      case '/v1/participants':
        return { body: participants };
    }
    if (!isLoggedIn)
      return {
        status: 401,
        body: { type: 'about:blank', title: 'x', status: 401, code: 'login_needed' },
      };
    switch (url.pathname) {
      case '/issue': {
        const { credential } = JSON.parse(request.body);
        const { hasConsent } = credential.credentialSubject;
        const id = issue(
          'SolidAccessRequest',
          { id: agency(), hasConsent },
          credential.expirationDate,
        );
        return { status: 201, body: credentials.find((issued) => issued.id === id) ?? {} };
      }
      case '/v1/credential-lookups': {
        const { ids } = JSON.parse(request.body) as { readonly ids: readonly string[] };
        const shown = credentials.filter((one) => JSON.stringify(one).includes(agency()));
        const found = shown.filter(({ id }) => ids.includes(id));
        const answered = found.flatMap(
          ({ credentialSubject: { providedConsent } }) => providedConsent?.verifiedRequest ?? [],
        );
        const requests = shown.filter(({ id }) => answered.includes(id));
        return { body: { items: [...found, ...requests] } };
      }
      case '/v1/disputed-facts':
        return { body: { items: authority.disputed } };
      case '/query':
        return query(url.searchParams);
      case '/token':
        return authority.token(request);
      case '/status':
        revoked.add(JSON.parse(request.body).credentialId);
        return { body: {} };
    }
    const found = credentials.find(({ id }) => id === url.href);
    const mine = found && JSON.stringify(found).includes(agency());
    return mine ? { body: found } : { status: found ? 403 : 404 };
  };
  return authority;
}
