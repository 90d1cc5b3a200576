import * as z from 'zod';
import { accessRequestSchema } from '../access-credential.ts';
import { agencyParticipantSchema } from '../participants.ts';
import { deskSchema } from './desk.ts';

/** `PUT v1/access-requests/{id}/letter` */
export const newLetterSchema = z
  .strictObject({
    bornOn: z.iso.date().meta({
      description:
        'Date of birth of the citizen, as the agency knows it. It is kept as a hash only: at the counter it is typed from an identity document, and must be the same.',
    }),
  })
  .meta({ id: 'NewLetter' });
export type NewLetter = z.infer<typeof newLetterSchema>;

/** All that a letter says; the only time its code is told. */
export const letterSchema = z
  .strictObject({
    /** `7K2QX-94MTB` */
    code: z.string(),
    /** Until when the code answers the question. */
    answerBefore: z.iso.datetime(),
    request: accessRequestSchema,
    /** Who asks; absent: nobody the authority knows. */
    agency: agencyParticipantSchema.exactOptional(),
    /** Kinds of facts of special categories that are asked about apart (Article 9(2)(a) GDPR). */
    askApart: z.array(z.url()),
    /** Of those, what they tell as the agency registered it: `health`. */
    specialCategories: z.record(z.url(), z.array(z.string().max(60)).max(20)).exactOptional(),
    /** Counters where the answer can be given. */
    desks: z.array(deskSchema),
  })
  .meta({ id: 'Letter' });
export type Letter = z.infer<typeof letterSchema>;

/** `POST v1/letters`: the question of a code, for the citizen who is logged in. */
export const letterQuestionSchema = z
  .strictObject({ code: z.string().max(40) })
  .meta({ id: 'LetterQuestion' });

/** Its answer. */
export const letterAnswerSchema = z
  .strictObject({ request: z.url().meta({ description: 'Id of the request.' }) })
  .meta({ id: 'LetterAnswer' });
