import {
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
  explanationSchema,
  oauthErrorSchema,
  problemDetailsSchema,
  readRecordSchema,
} from '@grondslag/protocol';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { AuthorityErrorCode } from '../../errors.ts';
import { problemTypes, problemTypeUrl } from '../../problems/problem-types.ts';
import { API_VERSION, describeChanges } from '../api-version.ts';
import { accessOperations } from './access-operations.ts';
import { cardOperations } from './card-operations.ts';
import { correctionOperations } from './correction-operations.ts';
import { counterOperations } from './counter-operations.ts';
import { eventOperations } from './event-operations.ts';
import { helperOperations } from './helper-operations.ts';
import { lawfulAccessOperations } from './lawful-access-operations.ts';
import { mandateOperations } from './mandate-operations.ts';
import { objectionOperations } from './objection-operations.ts';
import type { DescribedOperation, DescribedOperations } from './operation.ts';
import { registerOperations } from './register-operations.ts';
import { rightsRequestOperations } from './rights-request-operations.ts';
import { serviceOperations } from './service-operations.ts';
import { wireOperations } from './wire-operations.ts';

/** Every operation of the authority, ours and those of the standards. */
export const allOperations: DescribedOperations = {
  ...accessOperations,
  ...eventOperations,
  ...helperOperations,
  ...registerOperations,
  ...mandateOperations,
  ...lawfulAccessOperations,
  ...objectionOperations,
  ...rightsRequestOperations,
  ...correctionOperations,
  ...counterOperations,
  ...cardOperations,
  ...serviceOperations,
  ...wireOperations,
};

const loginProblems = [
  'token_missing',
  'token_invalid',
  'issuer_not_trusted',
  'webid_not_allowed',
  'identity_unreachable',
] as const;
const bodyProblems = ['body_too_large', 'invalid_json', 'invalid_body'] as const;

const requirements = { solid: [{ solidOidc: [] }], vault: [{ vaultServer: [] }], none: [] };

/** The OpenAPI 3.1 document of the authority at `baseUrl`. */
export function createOpenApi(baseUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, described] of Object.entries(allOperations)) {
    const [method = '', path = ''] = name.split(' ');
    paths[`/${path}`] = {
      ...paths[`/${path}`],
      [method.toLowerCase()]: toOperation(described, baseUrl),
    };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Grondslag authority',
      version: API_VERSION,
      summary: 'Access requests, grants and denials, and who read what.',
      description: `Paths below v1 are our own and plain JSON. The others are those of UMA 2.0 and of the access-grant libraries; both work on the same credentials. ${describeChanges()}`,
      contact: { name: 'Grondslag', url: 'https://w3id.org/grondslag' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: baseUrl.replace(/\/$/, '') }],
    tags: [...new Set(Object.values(allOperations).map(({ tag }) => tag))].map((name) => ({
      name,
    })),
    paths,
    components: {
      schemas: {
        AccessRequestCredential: accessRequestSchema,
        AccessGrantCredential: accessGrantSchema,
        AccessDenialCredential: accessDenialSchema,
        Explanation: explanationSchema,
        ReadRecord: readRecordSchema,
        Problem: problemDetailsSchema,
        OAuthError: oauthErrorSchema,
      },
      securitySchemes: {
        solidOidc: {
          type: 'http',
          scheme: 'DPoP',
          description:
            'Solid-OIDC access token of an identity provider this authority accepts, with a fresh DPoP proof (RFC 9449) in the DPoP header. A Bearer token is accepted too.',
        },
        vaultServer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'JWT (HS256) with the secret a vault server shares with this authority.',
        },
      },
    },
  });
}

function toOperation(described: DescribedOperation, baseUrl: string): ZodOpenApiOperationObject {
  const { id, tag, summary, description, login, path, query, headers, body } = described;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: requirements[login],
    requestParams: {
      ...(path && { path }),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [body.mediaType ?? 'application/json']: { schema: body.schema, example: body.example },
        },
      },
    }),
    responses: { ...answersOf(described), ...problemsOf(described, baseUrl) },
  };
}

function answersOf({ answers }: DescribedOperation): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => {
      const { description, schema, mediaType = 'application/json', headers, example } = answer;
      const content = schema && {
        [mediaType]: { schema, ...(example !== undefined && { example }) },
      };
      return [status, { description, ...(headers && { headers }), ...(content && { content }) }];
    }),
  );
}

/** The refusals, by status, each code with an example. */
function problemsOf(described: DescribedOperation, baseUrl: string): ZodOpenApiResponsesObject {
  const codes = new Set<AuthorityErrorCode>([
    ...(described.login === 'solid' ? loginProblems : []),
    ...(described.body ? bodyProblems : []),
    ...(described.problems ?? []),
    'rate_limited',
    'internal_error',
  ]);
  const byStatus = Map.groupBy(codes, (code) => problemTypes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [
      String(status),
      {
        description: found.map((code) => `${problemTypes[code].title.en} (\`${code}\`)`).join('. '),
        content: described.oauth
          ? { 'application/json': { schema: oauthErrorSchema } }
          : {
              'application/problem+json': {
                schema: problemDetailsSchema,
                examples: Object.fromEntries(
                  found.map((code) => [code, { value: exampleOf(code, baseUrl) }]),
                ),
              },
            },
      },
    ]),
  );
}

function exampleOf(code: AuthorityErrorCode, baseUrl: string) {
  const { status, title } = problemTypes[code];
  return { type: problemTypeUrl(baseUrl, code), title: title.en, status, code };
}
