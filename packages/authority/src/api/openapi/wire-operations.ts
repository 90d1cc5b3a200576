import { lawfulAccessCredentialSchema } from '@grondslag/legal-basis';
import {
  accessCredentialSchema,
  authorityMetadataSchema,
  authorityPaths,
  credentialLookupSchema,
  queryResponseSchema,
  statusChangeSchema,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
  verifyResponseSchema,
} from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import * as z from 'zod';
import { issueBodySchema } from '../../credentials/asked-schemas.ts';
import { credentialQuerySchema } from '../../credentials/query-credentials.ts';
import {
  askingRules,
  decidingProblems,
  idempotencyHeader,
  idempotencyProblems,
} from './access-operations.ts';
import { example } from './examples.ts';
import type { DescribedOperations } from './operation.ts';

const CREDENTIALS = 'Credentials (access-grant libraries)';
const STATUS = 'Status lists';
const UMA = 'UMA 2.0';
const DISCOVERY = 'Discovery';
const JSON_LD = 'application/ld+json';

const jsonObject = z.looseObject({}).meta({ description: 'JSON-LD.' });
const listPath = z.object({ list: z.string().meta({ description: 'Number of the list.' }) });
const purposePath = listPath.extend({ purpose: z.enum(['revocation', 'suspension']) });

const issueExample = {
  credential: {
    '@context': [CREDENTIALS_V1, INRUPT_V2],
    type: ['VerifiableCredential', 'SolidAccessRequest'],
    expirationDate: example.end,
    credentialSubject: {
      hasConsent: {
        mode: ['Read'],
        hasStatus: gc.ConsentStatusRequested,
        forPersonalData: [example.resource],
        forPurpose: [example.purpose],
        isConsentForDataSubject: example.citizen,
      },
    },
  },
};

const deriveSchema = z
  .looseObject({ verifiableCredential: z.looseObject({}) })
  .meta({ description: 'An example of the credentials looked for.' });
const deriveExample = {
  verifiableCredential: {
    type: ['SolidAccessGrant'],
    credentialSubject: { providedConsent: { forPersonalData: [example.resource] } },
  },
  options: { include: ['ExpiredVerifiableCredential'] },
};

const tokenFormSchema = z.object({
  grant_type: z.literal(UMA_TICKET_GRANT_TYPE),
  ticket: z.string().meta({ description: 'From the `WWW-Authenticate` header of a vault server.' }),
  claim_token_format: z.literal(VP_CLAIM_TOKEN_FORMAT).optional(),
  claim_token: z
    .string()
    .optional()
    .meta({ description: 'A presentation with one access grant, base64url of JSON.' }),
  purpose: z.url().optional().meta({
    description: 'What the data will be used for. One that the grant does not name is refused.',
  }),
});

const derive = {
  tag: CREDENTIALS,
  login: 'solid',
  body: { schema: deriveSchema, example: deriveExample },
  answers: {
    '200': {
      description: 'A presentation with those that fit, possibly none.',
      schema: jsonObject,
      mediaType: JSON_LD,
    },
  },
} as const;

/** What the standards and the access-grant libraries ask for. */
export const wireOperations: DescribedOperations = {
  [`POST ${authorityPaths.issue}`]: {
    id: 'issueCredential',
    tag: CREDENTIALS,
    summary: 'Issue a request, a grant or a denial',
    login: 'solid',
    headers: idempotencyHeader,
    body: { schema: issueBodySchema, example: issueExample },
    answers: {
      '201': {
        description: 'The signed credential.',
        schema: accessCredentialSchema,
        mediaType: JSON_LD,
        headers: z.object({ Location: z.url() }),
      },
    },
    problems: [...decidingProblems, ...askingRules, ...idempotencyProblems],
  },
  [`GET ${authorityPaths.credential}{uuid}`]: {
    id: 'getCredential',
    tag: CREDENTIALS,
    summary: 'A signed credential',
    login: 'solid',
    path: z.object({ uuid: z.uuid() }),
    answers: {
      '200': {
        description: 'As it was signed.',
        schema: accessCredentialSchema,
        mediaType: JSON_LD,
      },
      '304': { description: 'It is what `If-None-Match` names.' },
    },
    problems: ['credential_not_found', 'not_participant'],
  },
  [`POST ${authorityPaths.credentialLookups}`]: {
    id: 'lookUpCredentials',
    tag: CREDENTIALS,
    summary: 'Up to a hundred signed credentials, and the requests that they answer',
    description: 'What is not there, or not for you, is left out. In no order.',
    login: 'solid',
    body: {
      schema: credentialLookupSchema,
      example: { ids: [example.credential(example.id)] },
    },
    answers: {
      '200': {
        description: 'As they were signed.',
        schema: z.strictObject({
          items: z.array(z.union([accessCredentialSchema, lawfulAccessCredentialSchema])),
        }),
      },
    },
  },
  [`GET ${authorityPaths.query}`]: {
    id: 'queryCredentials',
    tag: CREDENTIALS,
    summary: 'Signed credentials you take part in, newest first',
    login: 'solid',
    query: credentialQuerySchema,
    answers: {
      '200': {
        description: 'One page; others by the `Link` header.',
        schema: queryResponseSchema,
        headers: z.object({ Link: z.string() }),
      },
    },
    problems: ['invalid_query'],
  },
  [`POST ${authorityPaths.query}`]: {
    ...derive,
    id: 'queryCredentialsByExample',
    summary: 'Find credentials by an example (as `derive`)',
  },
  [`POST ${authorityPaths.derive}`]: {
    ...derive,
    id: 'deriveCredentials',
    summary: 'Find credentials by an example',
  },
  [`POST ${authorityPaths.status}`]: {
    id: 'changeCredentialStatus',
    tag: CREDENTIALS,
    summary: 'Revoke, suspend or resume a credential you made',
    login: 'solid',
    body: {
      schema: statusChangeSchema,
      example: {
        credentialId: example.credential(example.id),
        credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
      },
    },
    answers: { '200': { description: 'Done, or done before.', schema: z.strictObject({}) } },
    problems: ['credential_not_found', 'not_subject', 'not_suspendable', 'already_revoked'],
  },
  [`POST ${authorityPaths.verify}`]: {
    id: 'verifyCredential',
    tag: CREDENTIALS,
    summary: 'Whether a credential is ours and still counts',
    login: 'none',
    body: {
      schema: z.object({ verifiableCredential: z.looseObject({}) }),
      example: { verifiableCredential: { id: example.credential(example.id) } },
    },
    answers: {
      '200': { description: 'It does when `errors` is empty.', schema: verifyResponseSchema },
    },
  },
  [`GET ${authorityPaths.statusList}{list}`]: {
    id: 'getRevocationList',
    tag: STATUS,
    summary: 'Which credentials were revoked (RevocationList2020)',
    login: 'none',
    path: listPath,
    answers: { '200': { description: 'Signed.', schema: jsonObject, mediaType: JSON_LD } },
    problems: ['status_list_not_found'],
  },
  [`GET ${authorityPaths.statusList}{list}/{purpose}`]: {
    id: 'getBitstringStatusList',
    tag: STATUS,
    summary: 'Which credentials were revoked or are suspended (Bitstring Status List)',
    login: 'none',
    path: purposePath,
    answers: { '200': { description: 'Signed.', schema: jsonObject, mediaType: JSON_LD } },
    problems: ['status_list_not_found'],
  },
  [`POST ${authorityPaths.token}`]: {
    id: 'exchangeTicket',
    tag: UMA,
    summary: 'Exchange a permission ticket and a grant for an access token',
    description: 'UMA 2.0 Grant §3.3. Refusals are OAuth errors, with our own `code` beside them.',
    login: 'solid',
    body: {
      schema: tokenFormSchema,
      mediaType: 'application/x-www-form-urlencoded',
      example: { grant_type: UMA_TICKET_GRANT_TYPE, ticket: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln' },
    },
    answers: { '200': { description: 'The token.', schema: tokenResponseSchema } },
    problems: [
      'ticket_missing',
      'ticket_invalid',
      'claim_unreadable',
      'grant_revoked',
      'purpose_not_granted',
    ],
    oauth: true,
  },
  [`GET ${authorityPaths.jwks}`]: {
    id: 'getKeys',
    tag: DISCOVERY,
    summary: 'Keys of access tokens (RFC 7517)',
    login: 'none',
    answers: {
      '200': {
        description: 'JWKS.',
        schema: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }),
      },
    },
  },
  [`GET ${authorityPaths.umaConfiguration}`]: {
    id: 'getUmaConfiguration',
    tag: DISCOVERY,
    summary: 'Where the UMA endpoints are',
    login: 'none',
    answers: { '200': { description: 'Metadata.', schema: authorityMetadataSchema } },
  },
  [`GET ${authorityPaths.vcConfiguration}`]: {
    id: 'getVcConfiguration',
    tag: DISCOVERY,
    summary: 'Where the credential services are',
    login: 'none',
    answers: { '200': { description: 'Services.', schema: jsonObject, mediaType: JSON_LD } },
  },
  'GET ': {
    id: 'getControllerDocument',
    tag: DISCOVERY,
    summary: 'Keys of credentials (Controlled Identifiers 1.0)',
    login: 'none',
    answers: { '200': { description: 'Controller document.', schema: jsonObject } },
  },
};
