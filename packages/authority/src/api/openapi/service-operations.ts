import {
  authorityPaths,
  participantsSchema,
  readRecordPageSchema,
  statusChangesSchema,
  statusQuestionQuerySchema,
} from '@grondslag/protocol';
import * as z from 'zod';
import { readsQuerySchema } from '../../log/list-reads.ts';
import type { DescribedOperations } from './operation.ts';

const LOG = 'Log of reads';
const SERVICE = 'About this authority';

const problemTypeSchema = z
  .strictObject({
    type: z.url(),
    code: z.string(),
    status: z.int(),
    title: z.string(),
    advice: z.string(),
  })
  .meta({ id: 'ProblemType', description: 'What a problem is and what to do about it.' });
const languageHeader = z.object({
  'Accept-Language': z.string().optional().meta({ description: '`en` or `nl`.', example: 'nl' }),
});

const exampleTrustList = {
  id: 'https://access.example/v1/trust-list',
  version: 2_972_160,
  validFrom: '2026-07-06T00:00:00.000Z',
  validUntil: '2026-07-07T00:00:00.000Z',
  issuers: [
    {
      id: 'https://source.example/',
      name: { nl: 'Voorbeeldbron', en: 'Sample source' },
      claimTypes: ['https://w3id.org/grondslag/terms#DiplomaCredential'],
      keys: {
        'https://source.example/#key-1': 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw',
      },
      statusLists: ['https://source.example/status/'],
      statusPurposes: { 'https://w3id.org/grondslag/terms#DiplomaCredential': ['revocation'] },
    },
  ],
};

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The log of reads, and what is told about the authority itself. */
export const serviceOperations: DescribedOperations = {
  [`GET ${authorityPaths.reads}`]: {
    id: 'listReads',
    tag: LOG,
    summary: 'What was done under grants you gave or got, newest first',
    login: 'solid',
    query: readsQuerySchema,
    answers: { '200': { description: 'One page.', schema: readRecordPageSchema } },
    problems: ['invalid_query'],
  },
  [`POST ${authorityPaths.reads}`]: {
    id: 'reportReads',
    tag: LOG,
    summary: 'Report what was done under grants, as a vault server',
    description:
      'The body is a JWT signed with the shared secret; reporting a line again changes nothing.',
    login: 'none',
    body: {
      schema: z.string(),
      mediaType: 'application/jwt',
      example: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
    },
    answers: {
      '200': {
        description: 'How many lines were new, known before, or not believed.',
        schema: z.strictObject({ accepted: z.int(), duplicate: z.int(), dropped: z.int() }),
      },
    },
    problems: ['report_refused'],
  },
  [`GET ${authorityPaths.statusChanges}`]: {
    id: 'listStatusChanges',
    tag: 'For vault servers',
    summary: 'Which grants were withdrawn, suspended or resumed; waits when none were',
    login: 'vault',
    query: statusQuestionQuerySchema,
    answers: { '200': { description: 'Changes, oldest first.', schema: statusChangesSchema } },
    problems: ['status_question_refused', 'invalid_query'],
  },
  [`GET ${authorityPaths.participants}`]: {
    id: 'getParticipants',
    tag: SERVICE,
    summary: 'Agencies and sources this authority knows',
    login: 'none',
    answers: { '200': { description: 'The trust list.', schema: participantsSchema } },
  },
  [`GET ${authorityPaths.trustList}`]: {
    id: 'getTrustList',
    tag: SERVICE,
    summary: 'Whom to believe about which facts, under which keys, signed by this authority',
    description:
      'A compact JWS (EdDSA) with `typ` `trust-list+jws`, by a key of this authority. Its version only rises: refuse an older one, and other words under a version you know. Nobody is believed after `validUntil`.',
    login: 'none',
    headers: z.object({
      'If-None-Match': z.string().optional().meta({ description: 'The `ETag` you have.' }),
    }),
    answers: {
      '200': {
        description: 'The list.',
        schema: z.string(),
        mediaType: 'application/jose',
        example: `${encode({ alg: 'EdDSA', kid: 'https://access.example/#key-1', typ: 'trust-list+jws' })}.${encode(exampleTrustList)}.c2ln`,
      },
      '304': { description: 'It is what `If-None-Match` names.' },
    },
  },
  [`GET ${authorityPaths.problems}`]: {
    id: 'listProblemTypes',
    tag: SERVICE,
    summary: 'Every problem there is',
    login: 'none',
    headers: languageHeader,
    answers: {
      '200': { description: 'All.', schema: z.strictObject({ items: z.array(problemTypeSchema) }) },
    },
  },
  [`GET ${authorityPaths.problems}/{code}`]: {
    id: 'getProblemType',
    tag: SERVICE,
    summary: 'What a problem means and what to do, in English or Dutch',
    login: 'none',
    path: z.object({ code: z.string().meta({ example: 'already_decided' }) }),
    headers: languageHeader,
    answers: {
      '200': { description: 'For programs; a browser gets a page.', schema: problemTypeSchema },
    },
    problems: ['not_found'],
  },
  [`GET ${authorityPaths.openapi}`]: {
    id: 'getOpenApi',
    tag: SERVICE,
    summary: 'This document',
    login: 'none',
    answers: {
      '200': {
        description: 'OpenAPI 3.1.',
        schema: z.looseObject({ openapi: z.string() }),
      },
    },
  },
  [`GET ${authorityPaths.docs}`]: {
    id: 'getDocs',
    tag: SERVICE,
    summary: 'This document as a page',
    login: 'none',
    answers: { '200': { description: 'A page.', schema: z.string(), mediaType: 'text/html' } },
  },
  [`GET ${authorityPaths.live}`]: {
    id: 'isLive',
    tag: SERVICE,
    summary: 'Whether this process runs',
    login: 'none',
    answers: { '200': { description: 'It does.', schema: z.looseObject({}) } },
  },
  [`GET ${authorityPaths.ready}`]: {
    id: 'isReady',
    tag: SERVICE,
    summary: 'Whether this process can answer',
    login: 'none',
    answers: {
      '200': { description: 'It can.', schema: z.looseObject({}) },
      '503': { description: 'Not now.', schema: z.looseObject({}) },
    },
  },
};
