import * as z from 'zod';
import {
  article18ExceptionSchema,
  objectionAnswerSchema,
  objectionExtensionSchema,
  objectionSchema,
} from '../objections/objection.ts';

/** `POST v1/objections`: one sentence is enough. */
export const newObjectionSchema = z
  .strictObject({
    /** `access.id` of the lawful access. */
    access: z.url(),
    grounds: z.string().trim().min(1).max(4_000),
  })
  .meta({ id: 'NewObjection' });
export type NewObjection = z.infer<typeof newObjectionSchema>;

/** `PUT v1/objections/{uuid}/answer`; the authority adds the time. */
export const newObjectionAnswerSchema = objectionAnswerSchema
  .omit({ at: true })
  .meta({ id: 'NewObjectionAnswer' });
/** `PUT v1/objections/{uuid}/extension`: within a month, with reasons (Article 12(3)). */
export const newObjectionExtensionSchema = objectionExtensionSchema
  .omit({ at: true })
  .meta({ id: 'NewObjectionExtension' });
/** `PUT v1/objections/{uuid}/exception`: the access goes on meanwhile (Article 18(2)). */
export const newArticle18ExceptionSchema = article18ExceptionSchema
  .omit({ at: true })
  .meta({ id: 'NewArticle18Exception' });

/** An objection as it stands. */
export const objectionViewSchema = z
  .strictObject({
    objection: objectionSchema,
    state: z.enum(['received', 'upheld', 'rejected']),
    /** When the citizen must have an answer. */
    answerBefore: z.iso.datetime(),
    /** Whether the access stands still because of it. */
    suspendsAccess: z.boolean(),
  })
  .meta({ id: 'Objection' });
export type ObjectionView = z.infer<typeof objectionViewSchema>;
