import {
  activityListSchema,
  type NewAdmission,
  type NewParticipant,
  newAdmissionSchema,
  newParticipantSchema,
  type Participant,
  type ProcessingActivity,
  participantListSchema,
  participantSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import type { AuthorityConnection } from '../connect-authority.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { parseInput } from '../legal-basis/parse-input.ts';

/** The public register of the authority: who takes part, by whose decision, and what they do with data. */
export interface RegisterVerbs {
  /** Everybody about whom an operator decided, with the decisions. */
  listParticipants(): Promise<readonly Participant[]>;
  /** Processing activities, every version, the newest first (Article 30 GDPR); of one controller, or of all. */
  listActivities(controller?: string): Promise<readonly ProcessingActivity[]>;
  /**
   * As operator: says who a participant is. It takes part once it is admitted.
   *
   * @throws {TypeError} when it is not complete
   * @throws {AgencyError} `register_refused` when this login is no operator's
   */
  recordParticipant(participant: NewParticipant): Promise<NewParticipant>;
  /**
   * As operator: admits, suspends or removes a participant. Access that rests on it stands still or ends at once.
   *
   * @throws {TypeError} when it is not complete
   * @throws {AgencyError} `register_refused` when this login is no operator's, or nobody said who it is
   */
  decideOnParticipant(admission: NewAdmission): Promise<Participant>;
}

/** Binds the verbs to one login. */
export function createRegisterVerbs(authority: AuthorityConnection): RegisterVerbs {
  return {
    async listParticipants() {
      const { items } = await callRegister(authority, {
        path: authorityPaths.registerParticipants,
        schema: participantListSchema,
        what: 'the participants',
      });
      return items;
    },
    async listActivities(controller) {
      const search = controller === undefined ? '' : `?${new URLSearchParams({ controller })}`;
      const { items } = await callRegister(authority, {
        path: `${authorityPaths.processingActivities}${search}`,
        schema: activityListSchema,
        what: 'the processing activities',
      });
      return items;
    },
    recordParticipant: async (participant) =>
      callRegister(authority, {
        method: 'PUT',
        path: authorityPaths.registerParticipants,
        body: parseInput(newParticipantSchema, participant, 'participant'),
        schema: newParticipantSchema,
        what: 'the participant',
      }),
    decideOnParticipant: async (admission) =>
      callRegister(authority, {
        method: 'POST',
        path: authorityPaths.registerAdmissions,
        body: parseInput(newAdmissionSchema, admission, 'decision'),
        schema: participantSchema,
        what: 'the participant',
      }),
  };
}
