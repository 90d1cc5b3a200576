import {
  mandateFilterSchema,
  mandateListSchema,
  mandateViewSchema,
  newMandateSchema,
  newMandateStepSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import type { AuthorityErrorCode } from '../../errors.ts';
import { mandateVersionSchema } from '../../mandates/mandate-routes.ts';
import { ruleProblems } from '../../problems/rule-problems.ts';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import { mandateExample, mandateViewExample, newMandateExample } from './legal-examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Mandates';

/** Every rule that may refuse. */
export const ruleCodes = Object.keys(ruleProblems) as (keyof typeof ruleProblems)[] &
  readonly AuthorityErrorCode[];

const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });

/** Legal bases other than consent, decided on by a named official. */
export const mandateOperations: DescribedOperations = {
  [`GET ${authorityPaths.mandates}`]: {
    id: 'listMandates',
    tag: TAG,
    summary: 'Mandates that were published; with a login also your own drafts',
    login: 'none',
    query: mandateFilterSchema,
    answers: {
      '200': {
        description: 'Of each the newest version you may see.',
        schema: mandateListSchema,
        example: { items: [mandateViewExample] },
      },
    },
    problems: ['invalid_query'],
  },
  [`POST ${authorityPaths.mandates}`]: {
    id: 'draftMandate',
    tag: TAG,
    summary: 'Keep a draft, or a next version of a mandate',
    description: 'Kept whatever it breaks or lacks; the answer says what.',
    login: 'solid',
    headers: idempotencyHeader,
    body: { schema: newMandateSchema, example: newMandateExample },
    answers: {
      '201': {
        description: 'The draft.',
        schema: mandateViewSchema,
        headers: z.object({ Location: z.url() }),
        example: mandateViewExample,
      },
    },
    problems: [
      'participant_unknown',
      'participant_not_admitted',
      'mandate_not_found',
      'version_conflict',
      ...idempotencyProblems,
    ],
  },
  [`GET ${authorityPaths.mandates}/{uuid}`]: {
    id: 'getMandate',
    tag: TAG,
    summary: 'One mandate',
    login: 'none',
    path: uuidPath,
    query: mandateVersionSchema,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: mandateViewSchema,
        example: mandateViewExample,
      },
    },
    problems: ['mandate_not_found', 'invalid_query'],
  },
  [`POST ${authorityPaths.mandates}/{uuid}/steps`]: {
    id: 'takeMandateStep',
    tag: TAG,
    summary: 'Decide on, publish, suspend, resume or end a mandate',
    description:
      'The agency decides (signed by the official), publishes and ends; an operator suspends, resumes and ends. Before the first two every rule is looked at, and the first that is broken refuses. When a version is published the ones before it end, with what was granted under them.',
    login: 'solid',
    path: uuidPath,
    headers: idempotencyHeader,
    body: {
      schema: newMandateStepSchema,
      example: {
        step: 'published',
        by: mandateExample.weighing.by,
        reasons: 'Besloten op 16 november.',
      },
    },
    answers: { '201': { description: 'With the step.', schema: mandateViewSchema } },
    problems: [
      'mandate_not_found',
      'step_of_another',
      'step_not_possible',
      'signature_missing',
      'signature_invalid',
      'version_conflict',
      ...ruleCodes,
      ...idempotencyProblems,
    ],
  },
};
