import {
  newRightsAnswerSchema,
  newRightsExtensionSchema,
  newRightsRequestSchema,
  rightsRequestViewSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import { lawfulAccessViewExample, mandateExample } from './legal-examples.ts';
import type { DescribedOperation, DescribedOperations } from './operation.ts';

const TAG = 'Rights requests';
const path = authorityPaths.rightsRequests;
const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });
const { by } = mandateExample.weighing;
const reasons = { nl: 'Wij hebben uw gegevens gewist.' };
const requestExample = {
  request: {
    id: `https://access.example/${path}/${example.otherId}`,
    right: 'erasure',
    about: lawfulAccessViewExample.access.id,
    citizen: example.citizen,
    agency: example.agency,
    receivedAt: example.start,
  },
  state: 'received',
  answerBefore: '2026-12-22T09:00:00.000Z',
};

/** Articles 15, 17, 18 and 20 GDPR. */
export const rightsRequestOperations: DescribedOperations = {
  [`POST ${path}`]: {
    id: 'createRightsRequest',
    tag: TAG,
    summary:
      'Ask an agency for a copy of your data, to erase them, to stop using them for now, or to take them with you',
    description:
      'Only by a right that goes with the ground on which the agency had the data. It answers within a month.',
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: newRightsRequestSchema,
      example: { right: 'erasure', about: requestExample.request.about },
    },
    answers: {
      '201': {
        description: 'Received.',
        schema: rightsRequestViewSchema,
        headers: z.object({ Location: z.url() }),
        example: requestExample,
      },
    },
    problems: [
      ...(['credential_not_found', 'lawful_access_not_found'] as const),
      ...(['no_such_right', 'rights_request_pending'] as const),
      ...idempotencyProblems,
    ],
  },
  [`GET ${path}`]: {
    id: 'listRightsRequests',
    tag: TAG,
    summary: 'Requests you made, or have to answer, newest first',
    login: 'solid',
    answers: {
      '200': {
        description: 'All.',
        schema: z.strictObject({ items: z.array(rightsRequestViewSchema) }),
        example: { items: [requestExample] },
      },
    },
  },
  [`GET ${path}/{uuid}`]: {
    id: 'getRightsRequest',
    tag: TAG,
    summary: 'One of them',
    login: 'solid',
    path: uuidPath,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: rightsRequestViewSchema,
        example: requestExample,
      },
    },
    problems: ['rights_request_not_found'],
  },
  [`PUT ${path}/{uuid}/answer`]: describeStep({
    id: 'answerRightsRequest',
    summary: 'Answer a request, as its agency',
    description: 'Granted: it was done. Refused: the reasons say why not (Article 12(4) GDPR).',
    body: { schema: newRightsAnswerSchema, example: { outcome: 'granted', reasons, by } },
  }),
  [`PUT ${path}/{uuid}/extension`]: describeStep({
    id: 'extendRightsRequest',
    summary: 'Say within a month that the answer takes up to two months more, and why',
    description: 'Article 12(3) GDPR.',
    body: { schema: newRightsExtensionSchema, example: { reasons, by } },
    problems: ['extension_too_late'],
  }),
};

function describeStep(
  described: Pick<DescribedOperation, 'id' | 'summary' | 'description' | 'body' | 'problems'>,
): DescribedOperation {
  const { problems = [], ...rest } = described;
  return {
    ...rest,
    tag: TAG,
    login: 'solid',
    path: uuidPath,
    answers: { '200': { description: 'As it is now.', schema: rightsRequestViewSchema } },
    problems: [
      ...(['rights_request_not_found', 'rights_request_of_citizen'] as const),
      ...(['rights_request_answered', ...problems] as const),
    ],
  };
}
