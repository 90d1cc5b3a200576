import { authorityPaths } from '@grondslag/protocol';
import {
  type CardProof,
  type CardQuestion,
  type CardView,
  type Clerk,
  type CounterEntry,
  type CounterQuestion,
  type CounterReceipt,
  type CounterView,
  cardViewSchema,
  counterEntriesSchema,
  counterReceiptSchema,
  counterViewSchema,
  type Desk,
  deskSchema,
  type Letter,
  letterAnswerSchema,
  letterSchema,
  type NewCardAnswer,
  type NewCardAtCounter,
  newCardAnswerSchema,
  type OwnCard,
  ownCardSchema,
  ownDeskSchema,
  type Sighting,
} from '@grondslag/protocol/counter';
import * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from '../authority/ask-authority.ts';
import type { DecisionBody } from '../requests/build-decision.ts';

/** What the app asks of the authority about letters and counters. Every method rejects with an `AuthorityError`. */
export interface CounterClient {
  /** Id of the request of a letter to this citizen. */
  questionOf(code: string): Promise<string>;
  desks(): Promise<readonly Desk[]>;
  /** What clerks did with letters to this citizen, newest first. */
  entries(): Promise<readonly CounterEntry[]>;
  /** The signed-in person as a clerk. */
  clerk(): Promise<Clerk | 'none'>;
  open(proof: CounterQuestion): Promise<CounterView>;
  answer(proof: CounterQuestion, sighting: Sighting, answer: DecisionBody): Promise<CounterReceipt>;
  withdraw(proof: CounterQuestion, sighting: Sighting): Promise<CounterReceipt>;
  /** Since when this citizen has a counter card. */
  card(): Promise<OwnCard>;
  /** The only time its number is told. */
  makeCard(bornOn: string): Promise<NewCardAnswer>;
  endCard(): Promise<OwnCard>;
  /** A card for the citizen of a letter. */
  giveCard(proof: NewCardAtCounter): Promise<NewCardAnswer>;
  /** What stands and waits for a citizen with a card: the newest, or what is older of one list. */
  find(question: CardQuestion): Promise<CardView>;
  print(proof: CardProof, request: string): Promise<Letter>;
  withdrawWithCard(proof: CardProof, decision: string): Promise<CounterReceipt>;
}

const desksSchema = z.object({ items: z.array(deskSchema) });

/** `baseUrl` ends in a slash; `fetch` knows who is signed in. */
export function createCounterClient({
  baseUrl,
  fetch,
}: {
  readonly baseUrl: string;
  readonly fetch: AuthenticatedFetch;
}): CounterClient {
  async function ask<S extends z.ZodType>(
    path: string,
    schema: S,
    body?: unknown,
    method?: 'PUT' | 'DELETE',
  ) {
    return (await askAuthority(fetch, new URL(path, baseUrl).href, schema, body, method)).body;
  }
  return {
    questionOf: async (code) =>
      (await ask(authorityPaths.letters, letterAnswerSchema, { code })).request,
    desks: async () => (await ask(authorityPaths.desks, desksSchema)).items,
    entries: async () => (await ask(authorityPaths.counterEntries, counterEntriesSchema)).items,
    clerk: async () => (await ask(authorityPaths.counterDesk, ownDeskSchema)).clerk ?? 'none',
    open: (proof) => ask(authorityPaths.counterQuestions, counterViewSchema, proof),
    answer: (proof, sighting, answer) =>
      ask(authorityPaths.counterAnswers, counterReceiptSchema, { ...proof, sighting, answer }),
    withdraw: (proof, sighting) =>
      ask(authorityPaths.counterWithdrawals, counterReceiptSchema, { ...proof, sighting }),
    card: () => ask(authorityPaths.counterCard, ownCardSchema),
    makeCard: (bornOn) => ask(authorityPaths.counterCard, newCardAnswerSchema, { bornOn }, 'PUT'),
    endCard: () => ask(authorityPaths.counterCard, ownCardSchema, undefined, 'DELETE'),
    giveCard: (proof) => ask(authorityPaths.counterCards, newCardAnswerSchema, proof, 'PUT'),
    find: (question) => ask(authorityPaths.counterCitizens, cardViewSchema, question),
    print: (proof, request) =>
      ask(authorityPaths.counterLetters, letterSchema, { ...proof, request }, 'PUT'),
    withdrawWithCard: (proof, decision) =>
      ask(authorityPaths.counterWithdrawals, counterReceiptSchema, { ...proof, decision }),
  };
}
