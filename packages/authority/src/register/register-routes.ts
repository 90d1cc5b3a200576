import {
  activityFilterSchema,
  newAdmissionSchema,
  newParticipantSchema,
  participantStateAt,
  processingActivitySchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { isPlainText } from '../credentials/plain-text.ts';
import { ruleError } from '../decisions/rule-error.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody, readPlainQuery } from '../http/plain-body.ts';
import { checkOperator, type RegisterPowers } from './register-powers.ts';

const participants = authorityPaths.registerParticipants;
const activities = authorityPaths.processingActivities;

/**
 * The register of participants and of what they do with data. Anyone may read it. Somebody else hears of changes by
 * `onChange`.
 */
export function registerRoutes(
  powers: RegisterPowers & {
    /** A participant (by WebID) or an activity (by id) changed: what rests on it may end. */
    readonly onChange: (changed: { agency: string } | { activity: string }) => Promise<void>;
  },
): Hono {
  const { register, now } = powers;
  return new Hono()
    .get(`/${participants}`, async () => jsonResponse({ items: await register.listParticipants() }))
    .get(`/${participants}/:id`, async (c) => {
      const webId = c.req.param('id');
      const found = isPlainText(webId) ? await register.findParticipant(webId) : undefined;
      if (found !== undefined) return jsonResponse(found);
      throw new AuthorityError(
        'participant_not_found',
        'No participant has this WebID; escape it as one part of the path.',
      );
    })
    .put(`/${participants}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      checkOperator(webId, powers);
      const participant = await readPlainBody(c.req, newParticipantSchema);
      await register.recordParticipant(participant, webId, now());
      await powers.onChange({ agency: participant.webId });
      return jsonResponse(participant);
    })
    .post(`/${authorityPaths.registerAdmissions}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      checkOperator(webId, powers);
      const { webId: about, ...decision } = await readPlainBody(c.req, newAdmissionSchema);
      const admission = { ...decision, at: now().toISOString() };
      if (!(await register.admit(about, admission, webId))) {
        throw new AuthorityError('participant_not_found', 'First say who it is, with PUT.');
      }
      await powers.onChange({ agency: about });
      return jsonResponse(await register.findParticipant(about), { status: 201 });
    })
    .get(`/${activities}`, async (c) => {
      const filter = readPlainQuery(c.req, activityFilterSchema);
      return jsonResponse({ items: await register.listActivities(filter) });
    })
    .post(`/${activities}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const activity = await readPlainBody(c.req, processingActivitySchema);
      const participant = await register.findParticipant(webId);
      if (participant === undefined) throw ruleError('participant_unknown');
      if (participantStateAt(participant, now()) !== 'admitted') {
        throw ruleError('participant_not_admitted');
      }
      await addActivity(activity, webId);
      await powers.onChange({ activity: activity.id });
      return jsonResponse(activity, { status: 201 });
    });

  async function addActivity(
    activity: Parameters<typeof register.addActivity>[0],
    caller: string,
  ): Promise<void> {
    const outcome =
      activity.controller === caller ? await register.addActivity(activity, now()) : 'of_another';
    switch (outcome) {
      case 'added':
        return;
      case 'of_another':
        throw new AuthorityError(
          'activity_of_another',
          'controller should be your own WebID, and the id should not be in use by another.',
        );
      case 'not_next_version':
        throw new AuthorityError(
          'version_conflict',
          'version should be 1 for a new activity, or one more than the newest.',
        );
    }
  }
}
