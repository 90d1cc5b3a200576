import { g } from '@grondslag/vocab';
import * as z from 'zod';
import {
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
} from '../access-credential.ts';
import { localTextSchema } from '../explanation.ts';
import { decisionStateNameSchema, requestStateNameSchema } from '../v1/access-view.ts';
import { deskIdSchema, deskSchema } from './desk.ts';

/** How an answer came that the citizen did not give on screen. */
export const channelSchema = z.enum(['counter', 'paper']);
export type Channel = z.infer<typeof channelSchema>;

/** Documents with which a citizen shows who they are; the kind is kept, never its number. */
export const identityDocumentSchema = z.enum([
  'passport',
  'identity-card',
  'driving-licence',
  'residence-permit',
]);
export type IdentityDocument = z.infer<typeof identityDocumentSchema>;

/** What a clerk confirms to have seen of a citizen who stands here, and said this. */
export const atCounterSchema = z.strictObject({
  channel: z.literal('counter'),
  citizenPresent: z.literal(true),
  document: identityDocumentSchema,
});

/** What a clerk confirms to have seen. */
export const sightingSchema = z.discriminatedUnion('channel', [
  atCounterSchema,
  z.strictObject({
    channel: z.literal('paper'),
    /** The answer strip bears a signature. */
    signed: z.literal(true),
    /** Number under which the strip is kept. */
    reference: z.string().regex(/^[\w./-]{1,60}$/),
  }),
]);
export type Sighting = z.infer<typeof sightingSchema>;

const proof = {
  code: z.string().max(40),
  /** From the identity document, or from the answer strip. */
  bornOn: z.iso.date(),
};

/** `POST v1/counter/questions` */
export const counterQuestionSchema = z.strictObject(proof).meta({ id: 'CounterQuestion' });
export type CounterQuestion = z.infer<typeof counterQuestionSchema>;

/** `POST v1/counter/answers` */
export const newCounterAnswerSchema = z
  .strictObject({
    ...proof,
    sighting: sightingSchema,
    answer: z.looseObject({}).meta({
      description: 'The decision of the citizen: a grant or denial, as the body of `POST issue`.',
    }),
  })
  .meta({ id: 'NewCounterAnswer' });
export type NewCounterAnswer = z.infer<typeof newCounterAnswerSchema>;

/** `POST v1/counter/withdrawals` */
export const newCounterWithdrawalSchema = z
  .strictObject({ ...proof, sighting: sightingSchema })
  .meta({ id: 'NewCounterWithdrawal' });
export type NewCounterWithdrawal = z.infer<typeof newCounterWithdrawalSchema>;

const decisionSchema = z.union([accessGrantSchema, accessDenialSchema]);

/**
 * What a clerk did: with a letter `opened`, `answered`, `withdrawn`; with a card `found` what stands for the citizen,
 * `printed` a letter, `withdrawn`; and `carded`, made a card.
 */
export const counterEntrySchema = z
  .strictObject({
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.enum(['opened', 'answered', 'withdrawn', 'found', 'printed', 'carded']),
    /** Id of the request it was about; absent where a clerk looked with a card. */
    request: z.url().exactOptional(),
    /** Id of the grant or denial. */
    decision: z.url().exactOptional(),
    clerk: z.strictObject({ webId: z.url(), name: z.string() }),
    desk: z.strictObject({ id: deskIdSchema, name: deskSchema.shape.name }),
    /** Absent where a question was opened only. */
    sighting: sightingSchema.exactOptional(),
  })
  .meta({ id: 'CounterEntry', description: 'What a clerk did, as the citizen sees it.' });
export type CounterEntry = z.infer<typeof counterEntrySchema>;

/** `GET v1/counter/entries` */
export const counterEntriesSchema = z.strictObject({ items: z.array(counterEntrySchema) });

/** A question as a clerk sees it with the citizen: kinds of facts, and no fact. */
export const counterViewSchema = z
  .strictObject({
    request: accessRequestSchema,
    state: requestStateNameSchema,
    /** Whether the code still answers it. */
    mayAnswer: z.boolean(),
    /** Kinds of facts of special categories that are asked about apart (Article 9(2)(a) GDPR). */
    askApart: z.array(z.url()),
    /** What the rules say against a question that may be put all the same. */
    warnings: z.array(localTextSchema),
    decision: z
      .strictObject({ credential: decisionSchema, state: decisionStateNameSchema })
      .exactOptional(),
  })
  .meta({ id: 'CounterView' });
export type CounterView = z.infer<typeof counterViewSchema>;

/** What a clerk gets to print for the citizen. */
export const counterReceiptSchema = z
  .strictObject({ entry: counterEntrySchema, decision: decisionSchema })
  .meta({ id: 'CounterReceipt' });
export type CounterReceipt = z.infer<typeof counterReceiptSchema>;

/** That a clerk entered a decision, and where. */
export interface Entered {
  readonly channel: Channel;
  /** Short name of the desk. */
  readonly desk: string;
  /** WebID of the clerk. */
  readonly by: string;
}

/** Fields of a decision that only the authority writes. */
export const enteredFields = { channel: g.channel, desk: g.desk, by: g.enteredBy } as const;

/** Writes who entered a decision as custom fields of it. */
export function enteredToFields({ channel, desk, by }: Entered): Record<string, string> {
  return { [g.channel]: channel, [g.desk]: desk, [g.enteredBy]: by };
}

const enteredSchema = z.object({ channel: channelSchema, desk: deskIdSchema, by: z.url() });

/** Reads who entered a decision; `undefined` of one that the citizen took on screen. */
export function enteredFromFields(consent: Readonly<Record<string, unknown>>): Entered | undefined {
  return enteredSchema.safeParse({
    channel: consent[g.channel],
    desk: consent[g.desk],
    by: consent[g.enteredBy],
  }).data;
}
