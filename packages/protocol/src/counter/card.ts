import * as z from 'zod';
import { accessGrantSchema, accessRequestSchema } from '../access-credential.ts';
import { decisionStateNameSchema } from '../v1/access-view.ts';
import { atCounterSchema, counterQuestionSchema, newCounterWithdrawalSchema } from './entry.ts';

const bornOn = z.iso.date();

/** `PUT v1/counter/card`: a card for the citizen who asks. */
export const newCardSchema = z
  .strictObject({
    bornOn: bornOn.meta({
      description:
        'Date of birth of the citizen. It is kept as a hash only: at the counter it is typed from an identity document.',
    }),
  })
  .meta({ id: 'NewCounterCard' });

/** `PUT v1/counter/cards`: a card for the citizen of a letter, who stands here. */
export const newCardAtCounterSchema = z
  .strictObject({ ...counterQuestionSchema.shape, sighting: atCounterSchema })
  .meta({ id: 'NewCounterCardAtCounter' });
export type NewCardAtCounter = z.infer<typeof newCardAtCounterSchema>;

/** The only time the number of a card is told. */
export const newCardAnswerSchema = z
  .strictObject({
    /** `7K2Q-X94M-TB0Z` */
    number: z.string(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'CounterCardNumber' });
export type NewCardAnswer = z.infer<typeof newCardAnswerSchema>;

/** `GET v1/counter/card`: since when there is one. */
export const ownCardSchema = z
  .strictObject({ card: z.strictObject({ madeAt: z.iso.datetime() }).exactOptional() })
  .meta({ id: 'CounterCard' });
export type OwnCard = z.infer<typeof ownCardSchema>;

/** A citizen who stands at the counter with a card. */
const cardProof = {
  number: z.string().max(40),
  /** From the identity document. */
  bornOn,
  sighting: atCounterSchema,
};

/** A citizen who stands at the counter with a card, as every request about them says it. */
export const cardProofSchema = z.strictObject(cardProof).meta({ id: 'CounterCardProof' });
export type CardProof = z.infer<typeof cardProofSchema>;

const lists = z.enum(['inForce', 'open']);

/** `POST v1/counter/citizens`: what is newest of both lists, or what is older of one. */
export const cardQuestionSchema = z
  .strictObject({
    ...cardProof,
    older: z
      .strictObject({ list: lists, than: z.url() })
      .exactOptional()
      .meta({ description: 'Of one list, what is older than its `next` of an earlier answer.' }),
  })
  .meta({ id: 'CounterCardQuestion' });
export type CardQuestion = z.infer<typeof cardQuestionSchema>;
export type CardList = z.infer<typeof lists>;

/** `PUT v1/counter/letters` */
export const newDeskLetterSchema = z
  .strictObject({ ...cardProof, request: z.url() })
  .meta({ id: 'NewDeskLetter' });
export type NewDeskLetter = z.infer<typeof newDeskLetterSchema>;

/** `POST v1/counter/withdrawals` with a card: which of what is in force. */
export const cardWithdrawalSchema = z
  .strictObject({ ...cardProof, decision: z.url() })
  .meta({ id: 'NewCardWithdrawal' });
export type CardWithdrawal = z.infer<typeof cardWithdrawalSchema>;

/** `POST v1/counter/withdrawals`: with the code of a letter, or with a card. */
export const counterWithdrawalSchema = z.union([newCounterWithdrawalSchema, cardWithdrawalSchema]);

/** What a citizen with a card can stop or have printed at this desk; kinds of facts, and no fact. */
export const cardViewSchema = z
  .strictObject({
    /** Permissions that count now, each with its question. */
    inForce: z.array(
      z.strictObject({
        request: accessRequestSchema,
        decision: accessGrantSchema,
        state: decisionStateNameSchema,
      }),
    ),
    /** Questions that wait for an answer. */
    open: z.array(accessRequestSchema),
    /** Of lists of which there may be older ones. */
    next: z.partialRecord(lists, z.url()).exactOptional(),
  })
  .meta({ id: 'CounterCardView' });
export type CardView = z.infer<typeof cardViewSchema>;
