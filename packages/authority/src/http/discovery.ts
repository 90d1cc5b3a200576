import {
  type AuthorityMetadata,
  authorityPaths,
  type Participants,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { SOLID_VC } from '@grondslag/vocab';
import { Hono } from 'hono';
import type { AuthorityKeys } from '../keys/authority-keys.ts';
import { publishParticipants } from '../register/publish-participants.ts';
import { createTrustListPublication } from '../register/publish-trust-list.ts';
import type { RegisterStore } from '../register/register-store.ts';
import { jsonResponse } from './json-response.ts';

const CACHED = { 'Cache-Control': 'public, max-age=300' };
const services = [
  'issuerService',
  'statusService',
  'verifierService',
  'derivationService',
  'queryService',
] as const;

interface Published {
  readonly baseUrl: string;
  readonly keys: AuthorityKeys;
  readonly participants: Participants;
  readonly register: RegisterStore;
  readonly now: () => Date;
}

/** What anyone may know: where the endpoints are, which keys to trust, who takes part. */
export function discoveryRoutes(published: Published): Hono {
  const { keys, participants, register, now } = published;
  const answerTrustList = createTrustListPublication({
    ...published,
    sources: participants.sources,
  });
  return wellKnownRoutes(published)
    .get('/', () => jsonResponse(controllerDocument(published), { headers: CACHED }))
    .get(`/${authorityPaths.jwks}`, () =>
      jsonResponse({ keys: keys.tokens.map(({ publicJwk }) => publicJwk) }, { headers: CACHED }),
    )
    .get(`/${authorityPaths.participants}`, async () => {
      const registered = await register.listParticipants();
      return jsonResponse(publishParticipants(participants, registered, now()), {
        headers: { 'Cache-Control': 'public, max-age=60' },
      });
    })
    .get(`/${authorityPaths.trustList}`, (c) => answerTrustList(c.req.header('If-None-Match')));
}

/** The well-known documents; clients look for them at the root of the origin, whatever the base URL is. */
export function wellKnownRoutes({ baseUrl }: Pick<Published, 'baseUrl'>): Hono {
  return new Hono()
    .get(`/${authorityPaths.umaConfiguration}`, () =>
      jsonResponse(umaConfiguration(baseUrl), { headers: CACHED }),
    )
    .get(`/${authorityPaths.vcConfiguration}`, () =>
      jsonResponse(vcConfiguration(baseUrl), {
        contentType: 'application/ld+json',
        headers: CACHED,
      }),
    );
}

function umaConfiguration(baseUrl: string): AuthorityMetadata {
  return {
    issuer: baseUrl,
    token_endpoint: new URL(authorityPaths.token, baseUrl).href,
    jwks_uri: new URL(authorityPaths.jwks, baseUrl).href,
    verifiable_credential_issuer: baseUrl,
    grant_types_supported: [UMA_TICKET_GRANT_TYPE],
    uma_profiles_supported: [
      VP_CLAIM_TOKEN_FORMAT,
      'http://openid.net/specs/openid-connect-core-1_0.html#IDToken',
    ],
    dpop_signing_alg_values_supported: ['ES256', 'ES384', 'ES512', 'RS256'],
  };
}

// The context is inline: a client that reads this as RDF would fetch one that is named.
function vcConfiguration(baseUrl: string): object {
  return {
    '@context': [
      {
        '@vocab': SOLID_VC,
        ...Object.fromEntries(services.map((service) => [service, { '@type': '@id' }])),
      },
    ],
    issuerService: new URL(authorityPaths.issue, baseUrl).href,
    statusService: new URL(authorityPaths.status, baseUrl).href,
    verifierService: new URL(authorityPaths.verify, baseUrl).href,
    derivationService: new URL(authorityPaths.derive, baseUrl).href,
    queryService: new URL(authorityPaths.query, baseUrl).href,
  } satisfies Record<(typeof services)[number], string> & { '@context': unknown };
}

// Controlled Identifiers 1.0 §2.
function controllerDocument({
  baseUrl,
  keys: { credentials },
}: Pick<Published, 'baseUrl' | 'keys'>): object {
  return {
    '@context': ['https://www.w3.org/ns/cid/v1'],
    id: baseUrl,
    verificationMethod: credentials.map(({ id, publicKeyMultibase }) => ({
      id,
      type: 'Multikey',
      controller: baseUrl,
      publicKeyMultibase,
    })),
    assertionMethod: credentials.map(({ id }) => id),
  };
}
