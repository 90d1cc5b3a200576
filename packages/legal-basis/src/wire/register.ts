import * as z from 'zod';
import { processingActivitySchema } from '../activities/processing-activity.ts';
import { admissionSchema, participantSchema } from '../participants/participant.ts';

/** `PUT v1/register/participants`: everything but the admissions, which are decided apart. */
export const newParticipantSchema = participantSchema
  .omit({ admissions: true })
  .meta({ id: 'NewParticipant' });
export type NewParticipant = z.infer<typeof newParticipantSchema>;

/** `POST v1/register/admissions`: a decision about a participant; the authority adds the time. */
export const newAdmissionSchema = admissionSchema
  .omit({ at: true })
  .extend({ webId: z.url() })
  .meta({ id: 'NewAdmission' });
export type NewAdmission = z.infer<typeof newAdmissionSchema>;

/** `GET v1/register/participants` */
export const participantListSchema = z.strictObject({ items: z.array(participantSchema) });

/** Query of `GET v1/processing-activities`. */
export const activityFilterSchema = z.strictObject({
  controller: z.url().exactOptional(),
  id: z.url().exactOptional(),
});

/** `GET v1/processing-activities`: every version, the newest of each activity first. */
export const activityListSchema = z.strictObject({ items: z.array(processingActivitySchema) });
