import { newErasureSchema, pageSchema } from '@grondslag/protocol/v1';
import * as z from 'zod';
import type { AuthorityErrorCode } from '../../errors.ts';
import { issueProblems } from '../../problems/issue-problems.ts';
import { collections } from '../collections.ts';
import {
  denialExample,
  example,
  grantExample,
  newRequestExample,
  requestExample,
} from './examples.ts';
import type { DescribedOperation, DescribedOperations } from './operation.ts';

/** Header of every write that makes something. */
export const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().meta({
    description:
      'Sent again within 24 hours with the same body, the write happens once and the answer is the same.',
    example: example.id,
  }),
});
export const idempotencyProblems: readonly AuthorityErrorCode[] = [
  'idempotency_key_invalid',
  'idempotency_key_in_use',
  'idempotency_key_reused',
];
const issuingProblems: readonly AuthorityErrorCode[] = [
  ...(Object.keys(issueProblems) as (keyof typeof issueProblems)[]),
  'vault_gives_whole_facts',
];
/** Rules that stand in the way of a registered agency that asks for consent. */
export const askingRules: readonly AuthorityErrorCode[] = [
  'participant_not_admitted',
  'activity_unknown',
  'activity_not_current',
  'activity_differs',
  'more_than_registered',
  'special_category_without_ground',
  'criminal_data_without_article_10',
  'identity_number_without_rule',
  'consent_not_free',
  'consent_beside_law',
  'objection_open',
  'objection_upheld',
];
/** What may be wrong with a decision on a request. */
export const decidingProblems: readonly AuthorityErrorCode[] = [
  ...issuingProblems,
  'request_unknown',
  'request_not_addressed_to_caller',
  'recipient_not_requestor',
  'request_canceled',
  'request_expired',
  'already_decided',
  'mode_not_requested',
  'resource_not_requested',
  'inheritance_not_requested',
  'purpose_not_requested',
  'expiry_later_than_requested',
  'explicit_consent_missing',
];

const idPath = z.object({ id: z.uuid().meta({ example: example.id }) });
const linkHeader = z.object({
  Link: z.string().optional().meta({ description: '`rel="next"`: the next, older page.' }),
});
const locationHeader = z.object({ Location: z.url().meta({ description: 'Where it is now.' }) });

interface Named {
  readonly one: string;
  readonly many: string;
  readonly tag: string;
  readonly example: unknown;
  readonly newExample: unknown;
  readonly problems: readonly AuthorityErrorCode[];
}

const names: Record<keyof typeof collections, Named> = {
  requests: {
    one: 'AccessRequest',
    many: 'AccessRequests',
    tag: 'Access requests',
    example: requestExample,
    newExample: newRequestExample,
    problems: [...issuingProblems, ...askingRules],
  },
  grants: {
    one: 'AccessGrant',
    many: 'AccessGrants',
    tag: 'Access grants',
    example: grantExample,
    newExample: { request: example.id },
    problems: decidingProblems,
  },
  denials: {
    one: 'AccessDenial',
    many: 'AccessDenials',
    tag: 'Access denials',
    example: denialExample,
    newExample: { request: example.id, reason: denialExample.reason },
    problems: decidingProblems,
  },
};

/** Requests, grants and denials in plain JSON. */
export const accessOperations: DescribedOperations = {
  ...describeCollection('requests'),
  ...describeCollection('grants'),
  ...describeCollection('denials'),
  [`PUT ${collections.requests.path}/{id}/cancellation`]: describeChange('requests', {
    id: 'cancelAccessRequest',
    summary: 'Take a request back',
    description: 'By the agency that made it, for good. Doing it again changes nothing.',
  }),
  [`PUT ${collections.grants.path}/{id}/withdrawal`]: describeChange('grants', {
    id: 'withdrawAccessGrant',
    summary: 'Withdraw a grant',
    description:
      'By the citizen who gave it, for good. Vault servers stop honouring it within a second. Doing it again changes nothing.',
  }),
  [`PUT ${collections.grants.path}/{id}/end`]: describeChange('grants', {
    id: 'giveUpAccessGrant',
    summary: 'Give a grant up',
    description:
      'By the agency that has it, when its purpose is done; for good. The citizen is told. Doing it again changes nothing.',
  }),
  [`PUT ${collections.grants.path}/{id}/erasure`]: {
    ...describeChange('grants', {
      id: 'recordErasure',
      summary: 'Say that you erased what you kept',
      description:
        'By the agency that had the grant, after it ended; signed with a key in the register. The citizen sees it with the grant. Doing it again changes nothing.',
      problems: ['access_not_ended', 'participant_unknown', 'signature_invalid'],
    }),
    body: {
      schema: newErasureSchema,
      example: { signature: 'eyJhbGciOiJFZERTQSJ9.eyJmaWxlcyI6MX0.c2lnbmF0dXJl' },
    },
  },
  [`PUT ${collections.denials.path}/{id}/withdrawal`]: describeChange('denials', {
    id: 'withdrawAccessDenial',
    summary: 'Withdraw a denial',
    description: 'By the citizen who gave it, for good.',
  }),
  [`PUT ${collections.grants.path}/{id}/suspension`]: describeChange('grants', {
    id: 'suspendAccessGrant',
    summary: 'Suspend a grant',
    description: 'Until it is resumed nothing can be read under it. A withdrawn grant stays so.',
  }),
  [`DELETE ${collections.grants.path}/{id}/suspension`]: describeChange('grants', {
    id: 'resumeAccessGrant',
    summary: 'Resume a suspended grant',
    description: 'Doing it again changes nothing.',
    problems: ['already_revoked'],
  }),
};

function describeCollection(name: keyof typeof collections): DescribedOperations {
  const { path, filter, view, create } = collections[name];
  const { one, many, tag, example: shown, newExample, problems } = names[name];
  const page = pageSchema(view);
  return {
    [`GET ${path}`]: {
      id: `list${many}`,
      tag,
      summary: `List ${tag.toLowerCase()} you take part in, newest first`,
      login: 'solid',
      query: filter,
      answers: {
        '200': {
          description: 'One page.',
          schema: page,
          headers: linkHeader,
          example: { items: [shown] },
        },
      },
      problems: ['invalid_query'],
    },
    [`POST ${path}`]: {
      id: `create${one}`,
      tag,
      summary: `Make an ${tag.toLowerCase().slice(0, -1)}`,
      login: 'solid',
      headers: idempotencyHeader,
      body: { schema: create, example: newExample },
      answers: {
        '201': { description: 'Made.', schema: view, headers: locationHeader, example: shown },
      },
      problems: [...problems, ...idempotencyProblems],
    },
    [`GET ${path}/{id}`]: {
      id: `get${one}`,
      tag,
      summary: `Look at one of your ${tag.toLowerCase()}`,
      login: 'solid',
      path: idPath,
      answers: { '200': { description: 'As it is now.', schema: view, example: shown } },
      problems: ['credential_not_found', 'not_participant'],
    },
  };
}

function describeChange(
  name: keyof typeof collections,
  {
    problems = [],
    ...described
  }: Pick<DescribedOperation, 'id' | 'summary' | 'description' | 'problems'>,
): DescribedOperation {
  return {
    ...described,
    tag: names[name].tag,
    login: 'solid',
    path: idPath,
    answers: { '200': { description: 'As it is now.', schema: collections[name].view } },
    problems: ['credential_not_found', 'not_participant', 'not_subject', ...problems],
  };
}
