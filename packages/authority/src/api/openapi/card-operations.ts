import { authorityPaths as paths } from '@grondslag/protocol';
import {
  cardQuestionSchema,
  cardViewSchema,
  letterSchema,
  newCardAnswerSchema,
  newCardAtCounterSchema,
  newCardSchema,
  newDeskLetterSchema,
  ownCardSchema,
} from '@grondslag/protocol/counter';
import { example } from './examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Letters and counters';

const bornOn = '1957-03-04';
const sighting = { channel: 'counter', citizenPresent: true, document: 'passport' };
const proof = { number: '7K2Q-X94M-TB0Z', bornOn, sighting };
const made = {
  '200': {
    description: 'The only time its number is told; the authority keeps hashes.',
    schema: newCardAnswerSchema,
  },
};
const cardProblems = [
  'letter_code_mistyped',
  'card_unknown',
  'card_locked',
  'too_many_codes',
  'not_clerk',
] as const;

/** Counter cards: for who lost letter and receipt. */
export const cardOperations: DescribedOperations = {
  [`GET ${paths.counterCard}`]: {
    id: 'getCounterCard',
    tag: TAG,
    summary: 'Whether you have a counter card',
    login: 'solid',
    answers: { '200': { description: 'Since when.', schema: ownCardSchema } },
  },
  [`PUT ${paths.counterCard}`]: {
    id: 'makeCounterCard',
    tag: TAG,
    summary: 'Make a counter card for yourself',
    description: 'Again gives another number, and ends the card before.',
    login: 'solid',
    body: { schema: newCardSchema, example: { bornOn } },
    answers: made,
  },
  [`DELETE ${paths.counterCard}`]: {
    id: 'endCounterCard',
    tag: TAG,
    summary: 'End your counter card',
    login: 'solid',
    answers: { '200': { description: 'There is none now.', schema: ownCardSchema } },
  },
  [`PUT ${paths.counterCards}`]: {
    id: 'makeCounterCardAtCounter',
    tag: TAG,
    summary: 'Make a counter card for the citizen of a letter, as a clerk',
    login: 'solid',
    body: {
      schema: newCardAtCounterSchema,
      example: { code: '7K2QX-94MTB', bornOn, sighting },
    },
    answers: made,
    problems: [
      'letter_code_mistyped',
      'letter_unknown',
      'letter_locked',
      'too_many_codes',
      'not_clerk',
      'desk_of_asking_agency',
      'letter_of_own_printing',
    ],
  },
  [`POST ${paths.counterCitizens}`]: {
    id: 'findCitizenOfCard',
    tag: TAG,
    summary: 'What a citizen with a counter card can stop or have printed, as a clerk',
    description: 'On record before it is shown; the citizen sees it. Kinds of facts, and no fact.',
    login: 'solid',
    body: { schema: cardQuestionSchema, example: proof },
    answers: { '200': { description: 'As it is now.', schema: cardViewSchema } },
    problems: [...cardProblems, 'too_many_lookups'],
  },
  [`PUT ${paths.counterLetters}`]: {
    id: 'printLetter',
    tag: TAG,
    summary: 'Have a letter printed about a question to a citizen with a counter card, as a clerk',
    description: 'An earlier letter about it ends. A colleague enters the answer.',
    login: 'solid',
    body: {
      schema: newDeskLetterSchema,
      example: { ...proof, request: example.credential(example.id) },
    },
    answers: { '200': { description: 'What the letter says.', schema: letterSchema } },
    problems: [
      ...cardProblems,
      'credential_not_found',
      'desk_of_asking_agency',
      'letter_not_possible',
    ],
  },
};
