import { authorityPaths as paths } from '@grondslag/protocol';
import {
  clerkDecisionSchema,
  counterEntriesSchema,
  counterQuestionSchema,
  counterReceiptSchema,
  counterViewSchema,
  counterWithdrawalSchema,
  deskSchema,
  letterAnswerSchema,
  letterQuestionSchema,
  letterSchema,
  newCounterAnswerSchema,
  newLetterSchema,
  ownDeskSchema,
} from '@grondslag/protocol/counter';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Letters and counters';

const code = '7K2QX-94MTB';
const bornOn = '1957-03-04';
const sighting = { channel: 'counter', citizenPresent: true, document: 'passport' };
const desk = {
  id: 'library-oostpolder',
  name: { nl: 'Bibliotheek Oostpolder', en: 'Oostpolder library' },
  runBy: 'https://library.example/#us',
  visit: { nl: 'Kerkplein 1, op werkdagen van 9 tot 17 uur' },
  post: { nl: 'Antwoordnummer 1, 9998 ZZ Oostpolder' },
  phone: '0900 1234',
  open: true,
};
const clerk = { webId: 'https://vault.example/smit/profile/card#me', name: 'J. Smit' };
const codeProblems = ['letter_code_mistyped', 'letter_unknown', 'too_many_codes'] as const;
const clerkProblems = [
  ...codeProblems,
  'letter_locked',
  'not_clerk',
  'desk_of_asking_agency',
  'letter_of_own_printing',
] as const;

/** The way without a screen. */
export const counterOperations: DescribedOperations = {
  [`PUT ${paths.accessRequests}/{id}/letter`]: {
    id: 'makeLetter',
    tag: TAG,
    summary: 'Make a letter about a request of yours that waits',
    description:
      'The only time its code is told; the authority keeps hashes. Again gives another code, and ends the one before.',
    login: 'solid',
    path: z.object({ id: z.uuid().meta({ example: example.id }) }),
    body: { schema: newLetterSchema, example: { bornOn } },
    answers: { '200': { description: 'What the letter says.', schema: letterSchema } },
    problems: ['credential_not_found', 'not_participant', 'not_subject', 'letter_not_possible'],
  },
  [`POST ${paths.letters}`]: {
    id: 'findQuestionOfLetter',
    tag: TAG,
    summary: 'The question of the code in a letter to you',
    login: 'solid',
    body: { schema: letterQuestionSchema, example: { code } },
    answers: {
      '200': {
        description: 'Which request.',
        schema: letterAnswerSchema,
        example: { request: example.credential(example.id) },
      },
    },
    problems: codeProblems,
  },
  [`GET ${paths.desks}`]: {
    id: 'listDesks',
    tag: TAG,
    summary: 'Counters where citizens can answer',
    login: 'none',
    answers: {
      '200': {
        description: 'All, also those that are closed.',
        schema: z.strictObject({ items: z.array(deskSchema) }),
        example: { items: [desk] },
      },
    },
  },
  [`PUT ${paths.desks}`]: {
    id: 'recordDesk',
    tag: TAG,
    summary: 'Say what is known of a desk from now on, as the operator',
    login: 'solid',
    body: { schema: deskSchema, example: desk },
    answers: { '200': { description: 'Recorded.', schema: deskSchema, example: desk } },
    problems: ['not_operator'],
  },
  [`GET ${paths.clerks}`]: {
    id: 'listClerks',
    tag: TAG,
    summary: 'The last decision about each clerk, for the operator',
    login: 'solid',
    answers: {
      '200': {
        description: 'All.',
        schema: z.strictObject({ items: z.array(clerkDecisionSchema) }),
      },
    },
    problems: ['not_operator'],
  },
  [`PUT ${paths.clerks}`]: {
    id: 'decideOnClerk',
    tag: TAG,
    summary: 'Admit or remove a clerk, as the operator',
    login: 'solid',
    body: {
      schema: clerkDecisionSchema,
      example: {
        ...clerk,
        desk: desk.id,
        state: 'admitted',
        by: { name: 'A. Visser', role: 'beheerder' },
        reasons: { nl: 'Werkt aan de balie van de bibliotheek.' },
      },
    },
    answers: { '200': { description: 'Recorded.', schema: clerkDecisionSchema } },
    problems: ['not_operator', 'desk_unknown'],
  },
  [`GET ${paths.counterDesk}`]: {
    id: 'getOwnDesk',
    tag: TAG,
    summary: 'At which desk you are a clerk',
    login: 'solid',
    answers: {
      '200': {
        description: 'This one; nothing when you are none.',
        schema: ownDeskSchema,
        example: { clerk: { ...clerk, desk } },
      },
    },
  },
  [`POST ${paths.counterQuestions}`]: {
    id: 'openQuestionAtCounter',
    tag: TAG,
    summary: 'The question of a letter, as a clerk with the citizen',
    description:
      'Kinds of facts, and no fact. The citizen sees that it was opened, by whom and where.',
    login: 'solid',
    body: { schema: counterQuestionSchema, example: { code, bornOn } },
    answers: { '200': { description: 'As it is now.', schema: counterViewSchema } },
    problems: clerkProblems,
  },
  [`POST ${paths.counterAnswers}`]: {
    id: 'enterAnswer',
    tag: TAG,
    summary: 'Enter what the citizen answered, as a clerk',
    description:
      'The decision of the citizen, under the rules of POST issue. It says by which channel it came, who entered it and at which desk.',
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: newCounterAnswerSchema,
      example: { code, bornOn, sighting, answer: { credential: {} } },
    },
    answers: {
      '201': { description: 'Entered; to be printed.', schema: counterReceiptSchema },
    },
    problems: [
      ...clerkProblems,
      'letter_expired',
      'answer_of_other_request',
      'already_decided',
      'request_canceled',
      'request_expired',
      'mode_not_requested',
      'resource_not_requested',
      'purpose_not_requested',
      'expiry_later_than_requested',
      'explicit_consent_missing',
      'invalid_credential',
      ...idempotencyProblems,
    ],
  },
  [`POST ${paths.counterWithdrawals}`]: {
    id: 'enterWithdrawal',
    tag: TAG,
    summary: 'Enter that the citizen stops, as a clerk',
    description:
      'With the same code, for as long as what was allowed stands (Article 7(3) GDPR); or with a counter card, and which permission it is.',
    login: 'solid',
    headers: idempotencyHeader,
    body: { schema: counterWithdrawalSchema, example: { code, bornOn, sighting } },
    answers: {
      '201': { description: 'Entered; to be printed.', schema: counterReceiptSchema },
    },
    problems: [
      ...clerkProblems,
      'card_unknown',
      'card_locked',
      'nothing_to_withdraw',
      ...idempotencyProblems,
    ],
  },
  [`GET ${paths.counterEntries}`]: {
    id: 'listCounterEntries',
    tag: TAG,
    summary: 'What clerks did with letters to you, newest first',
    login: 'solid',
    answers: { '200': { description: 'All.', schema: counterEntriesSchema } },
  },
};
