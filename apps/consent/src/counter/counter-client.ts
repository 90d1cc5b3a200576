import { authorityPaths } from '@grondslag/protocol';
import {
  type Clerk,
  type CounterEntry,
  type CounterQuestion,
  type CounterReceipt,
  type CounterView,
  counterEntriesSchema,
  counterReceiptSchema,
  counterViewSchema,
  type Desk,
  deskSchema,
  letterAnswerSchema,
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
  async function ask<S extends z.ZodType>(path: string, schema: S, body?: unknown) {
    return (await askAuthority(fetch, new URL(path, baseUrl).href, schema, body)).body;
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
  };
}
