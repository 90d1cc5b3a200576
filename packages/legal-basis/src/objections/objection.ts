import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { officialSchema } from '../law/official.ts';

/** Why access goes on during an objection: Article 18(2) GDPR, and nothing else. */
export const article18ExceptionSchema = z.strictObject({
  ground: z.enum([
    'consent',
    'legal-claims',
    'rights-of-another-person',
    'important-public-interest',
  ]),
  reasons: localTextSchema,
  by: officialSchema,
  at: z.iso.datetime(),
});

/** The answer of the agency: it must show why, the citizen does not (Article 21(1)). */
export const objectionAnswerSchema = z.strictObject({
  outcome: z.enum(['upheld', 'rejected']),
  /** Of a rejection: the compelling legitimate grounds. */
  reasons: localTextSchema,
  by: officialSchema,
  at: z.iso.datetime(),
});
export type ObjectionAnswer = z.infer<typeof objectionAnswerSchema>;

/** Why the answer takes longer than a month, told within that month: Article 12(3). */
export const objectionExtensionSchema = z.strictObject({
  reasons: localTextSchema,
  by: officialSchema,
  at: z.iso.datetime(),
});

/** An objection (Article 21 GDPR) against lawful access. */
export const objectionSchema = z.strictObject({
  id: z.url(),
  /** Id of the lawful access. */
  access: z.url(),
  /** WebIDs. */
  citizen: z.url(),
  agency: z.url(),
  mandate: z.url(),
  /** In the citizen's own words; one sentence is enough. */
  grounds: z.string().min(1).max(4_000),
  receivedAt: z.iso.datetime(),
  /** The help under which somebody objected for the citizen; the citizen alone and the helper may look there. */
  helper: z.url({ protocol: /^https?$/ }).exactOptional(),
  exception: article18ExceptionSchema.exactOptional(),
  extension: objectionExtensionSchema.exactOptional(),
  answer: objectionAnswerSchema.exactOptional(),
});
export type Objection = z.infer<typeof objectionSchema>;

/** Where an objection stands. */
export type ObjectionState = 'received' | 'upheld' | 'rejected';

export function objectionState({ answer }: Pick<Objection, 'answer'>): ObjectionState {
  return answer?.outcome ?? 'received';
}

/** Access is suspended from the moment an objection is received until it is answered, unless 18(2) is on record. */
export function suspendsAccess(objection: Pick<Objection, 'answer' | 'exception'>): boolean {
  return objection.answer === undefined && objection.exception === undefined;
}
