import {
  correctionFilterSchema,
  correctionViewSchema,
  disputedFactFilterSchema,
  disputedFactLookupSchema,
  disputedFactSchema,
  newAgencyReportSchema,
  newCorrectionSchema,
  newCorrectionStepSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import { mandateExample } from './legal-examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Corrections';
const path = authorityPaths.corrections;
const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });

const reportExample = {
  resource: 'https://vault.example/anna/facts/income/2025',
  credential: 'urn:uuid:0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21',
  claimType: g.IncomeCredential,
  source: 'https://income.example/',
  fields: [{ name: 'amount', shouldBe: '19475.50' }],
  words: 'Mijn werkgever gaf een verkeerd bedrag door.',
};
const correctionExample = {
  correction: {
    id: `https://access.example/${path}/${example.otherId}`,
    citizen: example.citizen,
    ...reportExample,
    receivedAt: example.start,
    steps: [],
  },
  state: 'received',
  answerBefore: '2026-12-22T09:00:00.000Z',
};
const { id, resource, credential, claimType } = correctionExample.correction;
const disputeExample = {
  ...{ id, resource, credential, claimType },
  state: 'disputed',
  disputedAt: example.start,
};

/** Articles 16 and 19 GDPR. */
export const correctionOperations: DescribedOperations = {
  [`POST ${path}`]: {
    id: 'createCorrection',
    tag: TAG,
    summary: 'Report an error in a fact to its source: in your vault, or one that you may read',
    description:
      'Article 16 GDPR. Values of the fact are not sent: the source has them. It answers within a month. An agency names its access, which may have ended 90 days ago, the fields, and why it doubts them; the citizen sees its report, and it is told of each step.',
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: z.union([newCorrectionSchema, newAgencyReportSchema]),
      example: reportExample,
    },
    answers: {
      '201': {
        description: 'Received.',
        schema: correctionViewSchema,
        headers: z.object({ Location: z.url() }),
        example: correctionExample,
      },
    },
    problems: [
      'correction_source_unknown',
      'not_controller',
      'report_without_access',
      'resource_outside_vaults',
      'invalid_resource',
      'vault_unreachable',
      'vault_answer_invalid',
      'correction_pending',
      'corrections_too_many',
      ...idempotencyProblems,
    ],
  },
  [`GET ${path}`]: {
    id: 'listCorrections',
    tag: TAG,
    summary: 'Reports you made, or have to answer as a source, newest first',
    login: 'solid',
    query: correctionFilterSchema,
    answers: {
      '200': {
        description: 'As many as asked for; older ones with before.',
        schema: z.strictObject({ items: z.array(correctionViewSchema) }),
        example: { items: [correctionExample] },
      },
    },
    problems: ['invalid_query'],
  },
  [`GET ${path}/{uuid}`]: {
    id: 'getCorrection',
    tag: TAG,
    summary: 'One of them; an agency that read the fact or may sees that it is disputed',
    description:
      'Articles 18 and 19 GDPR: the agency is told, and sees that there is a report, no more; then what the source answered.',
    login: 'solid',
    path: uuidPath,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: z.union([correctionViewSchema, disputedFactSchema]),
        example: disputeExample,
      },
    },
    problems: ['correction_not_found'],
  },
  [`GET ${authorityPaths.disputedFacts}`]: {
    id: 'listDisputedFacts',
    tag: TAG,
    summary: 'Facts of a citizen that you read or may read, and that the citizen disputes now',
    description: 'To look at before a decision rests on them (Article 5(1)(d) GDPR).',
    login: 'solid',
    query: disputedFactFilterSchema,
    answers: {
      '200': {
        description: 'Those whose source has not answered yet; twenty at most.',
        schema: z.strictObject({ items: z.array(disputedFactSchema) }),
        example: { items: [disputeExample] },
      },
    },
    problems: ['invalid_query'],
  },
  [`POST ${authorityPaths.disputedFacts}`]: {
    id: 'lookUpDisputedFacts',
    tag: TAG,
    summary: 'The same of up to a hundred citizens',
    login: 'solid',
    body: { schema: disputedFactLookupSchema, example: { citizens: [example.citizen] } },
    answers: {
      '200': {
        description: 'Those whose source has not answered yet; twenty at most of each citizen.',
        schema: z.strictObject({ items: z.array(disputedFactSchema) }),
        example: { items: [disputeExample] },
      },
    },
  },
  [`POST ${path}/{uuid}/steps`]: {
    id: 'takeCorrectionStep',
    tag: TAG,
    summary: 'Say what you do with a report, as its source',
    description:
      'First in-examination or at once corrected or rejected; after those nothing follows. A rejection has reasons (Article 12(4) GDPR). The answer is told to agencies that read the fact or may.',
    login: 'solid',
    path: uuidPath,
    body: {
      schema: newCorrectionStepSchema,
      example: {
        step: 'rejected',
        reasons: { nl: 'Uw werkgever bevestigt het bedrag.' },
        by: mandateExample.weighing.by,
      },
    },
    answers: { '201': { description: 'As it is now.', schema: correctionViewSchema } },
    problems: ['correction_not_found', 'correction_of_citizen', 'correction_step_not_possible'],
  },
};
