import {
  activityFilterSchema,
  activityListSchema,
  newAdmissionSchema,
  newParticipantSchema,
  participantListSchema,
  participantSchema,
  processingActivitySchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import * as z from 'zod';
import { activityExample, participantExample } from './legal-examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Register';

const participantPath = z.object({
  id: z.string().meta({
    description: 'WebID, escaped as one part of the path.',
    example: encodeURIComponent(participantExample.webId),
  }),
});
const { admissions, ...newParticipantExample } = participantExample;
const { at: _now, ...newAdmissionExample } = admissions[0];

/** Who takes part, by whose decision, and what they do with data. */
export const registerOperations: DescribedOperations = {
  [`GET ${authorityPaths.registerParticipants}`]: {
    id: 'listRegisteredParticipants',
    tag: TAG,
    summary: 'Everybody about whom an operator decided, with the decisions',
    login: 'none',
    answers: {
      '200': {
        description: 'All.',
        schema: participantListSchema,
        example: { items: [participantExample] },
      },
    },
  },
  [`GET ${authorityPaths.registerParticipants}/{id}`]: {
    id: 'getRegisteredParticipant',
    tag: TAG,
    summary: 'One participant',
    login: 'none',
    path: participantPath,
    answers: {
      '200': {
        description: 'As it is now.',
        schema: participantSchema,
        example: participantExample,
      },
    },
    problems: ['participant_not_found'],
  },
  [`PUT ${authorityPaths.registerParticipants}`]: {
    id: 'recordParticipant',
    tag: TAG,
    summary: 'Say who a participant is, as operator',
    description: 'What was said before stays on record. It takes part once it is admitted.',
    login: 'solid',
    body: { schema: newParticipantSchema, example: newParticipantExample },
    answers: { '200': { description: 'As it was sent.', schema: newParticipantSchema } },
    problems: ['not_operator'],
  },
  [`POST ${authorityPaths.registerAdmissions}`]: {
    id: 'decideOnParticipant',
    tag: TAG,
    summary: 'Admit, suspend or remove a participant, as operator',
    description: 'Access that rests on it stands still or ends at once.',
    login: 'solid',
    body: {
      schema: newAdmissionSchema,
      example: { webId: participantExample.webId, ...newAdmissionExample },
    },
    answers: { '201': { description: 'With the decision.', schema: participantSchema } },
    problems: ['not_operator', 'participant_not_found'],
  },
  [`GET ${authorityPaths.processingActivities}`]: {
    id: 'listProcessingActivities',
    tag: TAG,
    summary: 'Processing activities (Article 30 GDPR), every version',
    login: 'none',
    query: activityFilterSchema,
    answers: {
      '200': {
        description: 'By id, and the newest version first.',
        schema: activityListSchema,
        example: { items: [activityExample] },
      },
    },
    problems: ['invalid_query'],
  },
  [`POST ${authorityPaths.processingActivities}`]: {
    id: 'registerProcessingActivity',
    tag: TAG,
    summary: 'Register an activity of your own, or its next version',
    description: 'Access under a mandate that was weighed with the version before ends.',
    login: 'solid',
    body: { schema: processingActivitySchema, example: activityExample },
    answers: { '201': { description: 'Registered.', schema: processingActivitySchema } },
    problems: [
      'participant_unknown',
      'participant_not_admitted',
      'activity_of_another',
      'version_conflict',
    ],
  },
};
