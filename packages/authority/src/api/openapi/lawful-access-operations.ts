import {
  breakGlassSchema,
  decisionRecordSchema,
  explanationFilterSchema,
  issuedLawfulAccessSchema,
  lawfulAccessFilterSchema,
  lawfulAccessViewSchema,
  newEmergencyReviewSchema,
  newLawfulAccessSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import { lawfulAccessPageSchema } from '../../lawful-access/lawful-access-routes.ts';
import { noticePageSchema, noticeQuerySchema } from '../../notices/notice-routes.ts';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import { lawfulAccessViewExample, mandateExample, noticeExample } from './legal-examples.ts';
import { ruleCodes } from './mandate-operations.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Lawful access';
const path = authorityPaths.lawfulAccesses;
const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });

/** Access on another legal basis than consent, and what citizens are told of it. */
export const lawfulAccessOperations: DescribedOperations = {
  [`POST ${path}`]: {
    id: 'createLawfulAccess',
    tag: TAG,
    summary: 'Ask for access under a mandate of yours, or in an emergency',
    description: `Every rule is looked at, and the first that refuses is the \`code\` of the problem. The answer holds a signed credential, which is exchanged for tokens as an access grant is; at each exchange the rules are looked at again. In an emergency (\`activity\` with basis 6(1)(d), and \`breakGlass\`: ${Object.keys(breakGlassSchema.shape).join(', ')}) it lasts minutes.`,
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: newLawfulAccessSchema,
      example: { mandate: mandateExample.id, citizen: example.citizen },
    },
    answers: {
      '201': {
        description: 'Given.',
        schema: issuedLawfulAccessSchema,
        headers: z.object({ Location: z.url() }),
      },
    },
    problems: [
      'no_vault',
      'expiry_in_past',
      'vault_unreachable',
      'vault_answer_invalid',
      ...ruleCodes,
      ...idempotencyProblems,
    ],
  },
  [`GET ${path}`]: {
    id: 'listLawfulAccesses',
    tag: TAG,
    summary: 'Access to your data by law, or with `agency=me` access you were given; newest first',
    description:
      '`review` lists emergencies by where their review stands; the operator lists those of every agency with `agency=any`.',
    login: 'solid',
    query: lawfulAccessFilterSchema,
    answers: {
      '200': {
        description: 'One page; `next` is the next one.',
        schema: lawfulAccessPageSchema,
        example: { items: [lawfulAccessViewExample] },
      },
    },
    problems: ['invalid_query', 'not_operator'],
  },
  [`GET ${path}/{uuid}`]: {
    id: 'getLawfulAccess',
    tag: TAG,
    summary: 'One of them: why it is allowed, the rights against it, and all that must be told',
    login: 'solid',
    path: uuidPath,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: lawfulAccessViewSchema,
        example: lawfulAccessViewExample,
      },
    },
    problems: ['lawful_access_not_found'],
  },
  [`PUT ${path}/{uuid}/review`]: {
    id: 'reviewEmergency',
    tag: TAG,
    summary: 'Put on record what somebody found who did not open the emergency access',
    description:
      'By the agency, or by the operator; once, and late is better than never. `by` is none of the officials who opened it. Not justified: the access ends. The citizen is told, with outcome, reasons and where to complain.',
    login: 'solid',
    path: uuidPath,
    body: {
      schema: newEmergencyReviewSchema,
      example: {
        outcome: 'justified',
        reasons: { nl: 'De brandweer moest weten wie er nog in huis was.' },
        by: { name: 'F. Gegeven', role: 'Functionaris gegevensbescherming' },
      },
    },
    answers: { '200': { description: 'As it is now.', schema: lawfulAccessViewSchema } },
    problems: [
      'lawful_access_not_found',
      'not_reviewer',
      'no_emergency',
      'reviewer_opened_it',
      'reviewed_before',
    ],
  },
  [`GET ${authorityPaths.notices}`]: {
    id: 'listNotices',
    tag: TAG,
    summary: 'What you are told, newest first',
    description:
      'What is told later is counted: its place, and until when. It opens by itself when its time has come.',
    login: 'solid',
    query: noticeQuerySchema,
    answers: {
      '200': {
        description: 'One page; `next` is the next one.',
        schema: noticePageSchema,
        example: {
          items: [noticeExample, { id: example.otherId, delayed: true, until: example.end }],
        },
      },
    },
    problems: ['invalid_query'],
  },
  [`GET ${authorityPaths.explanations}`]: {
    id: 'listExplanations',
    tag: TAG,
    summary: 'Why something was allowed or not: every decision about a credential of yours',
    login: 'solid',
    query: explanationFilterSchema,
    answers: {
      '200': {
        description: 'Oldest first, as they were stored.',
        schema: z.strictObject({ items: z.array(decisionRecordSchema) }),
        example: {
          items: [
            {
              at: example.start,
              occasion: 'access',
              outcome: 'allow',
              ...lawfulAccessViewExample.why,
              warnings: [],
            },
          ],
        },
      },
    },
    problems: ['credential_not_found', 'not_participant', 'invalid_query'],
  },
};
