import {
  newArticle18ExceptionSchema,
  newObjectionAnswerSchema,
  newObjectionExtensionSchema,
  newObjectionSchema,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import { lawfulAccessViewExample, mandateExample } from './legal-examples.ts';
import type { DescribedOperation, DescribedOperations } from './operation.ts';

const TAG = 'Objections';
const path = authorityPaths.objections;
const uuidPath = z.object({ uuid: z.uuid().meta({ example: example.id }) });
const { by } = mandateExample.weighing;
const reasons = { nl: 'Wij lezen uw inkomen niet meer.' };

const objectionExample = {
  objection: {
    id: `https://access.example/${path}/${example.otherId}`,
    access: lawfulAccessViewExample.access.id,
    citizen: example.citizen,
    agency: example.agency,
    mandate: mandateExample.id,
    grounds: 'Ik zit in een echtscheiding.',
    receivedAt: example.start,
  },
  state: 'received',
  answerBefore: '2026-12-22T09:00:00.000Z',
  suspendsAccess: true,
};

/** Article 21 GDPR. */
export const objectionOperations: DescribedOperations = {
  [`POST ${path}`]: {
    id: 'createObjection',
    tag: TAG,
    summary: 'Object to access to your data; one sentence is enough',
    description:
      'The access stands still at once (Article 18(1)(d) GDPR), also at vault servers. The agency answers within a month.',
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: newObjectionSchema,
      example: {
        access: objectionExample.objection.access,
        grounds: objectionExample.objection.grounds,
      },
    },
    answers: {
      '201': {
        description: 'Received.',
        schema: objectionViewSchema,
        headers: z.object({ Location: z.url() }),
        example: objectionExample,
      },
    },
    problems: [
      'lawful_access_not_found',
      'no_right_to_object',
      'objection_pending',
      'objection_upheld',
      ...idempotencyProblems,
    ],
  },
  [`GET ${path}`]: {
    id: 'listObjections',
    tag: TAG,
    summary: 'Objections you made, or have to answer, newest first',
    login: 'solid',
    answers: {
      '200': {
        description: 'All.',
        schema: z.strictObject({ items: z.array(objectionViewSchema) }),
        example: { items: [objectionExample] },
      },
    },
  },
  [`GET ${path}/{uuid}`]: {
    id: 'getObjection',
    tag: TAG,
    summary: 'One of them',
    login: 'solid',
    path: uuidPath,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: objectionViewSchema,
        example: objectionExample,
      },
    },
    problems: ['objection_not_found'],
  },
  [`PUT ${path}/{uuid}/answer`]: describeStep({
    id: 'answerObjection',
    summary: 'Answer an objection, as its agency',
    description:
      'Upheld: the access ends. Rejected: it goes on; the reasons are the compelling legitimate grounds (Article 21(1) GDPR).',
    body: { schema: newObjectionAnswerSchema, example: { outcome: 'upheld', reasons, by } },
  }),
  [`PUT ${path}/{uuid}/extension`]: describeStep({
    id: 'extendObjection',
    summary: 'Say within a month that the answer takes up to two months more, and why',
    description: 'Article 12(3) GDPR. The access stands still meanwhile.',
    body: { schema: newObjectionExtensionSchema, example: { reasons, by } },
    problems: ['extension_too_late'],
  }),
  [`PUT ${path}/{uuid}/exception`]: describeStep({
    id: 'recordObjectionException',
    summary: 'Put on record why the access goes on during the objection',
    description: 'Article 18(2) GDPR, and nothing else. The citizen is told.',
    body: {
      schema: newArticle18ExceptionSchema,
      example: { ground: 'legal-claims', reasons, by },
    },
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
    answers: { '200': { description: 'As it is now.', schema: objectionViewSchema } },
    problems: ['objection_not_found', 'objection_of_citizen', 'objection_answered', ...problems],
  };
}
