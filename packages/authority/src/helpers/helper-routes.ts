import { authorityPaths } from '@grondslag/protocol';
import {
  acceptedInvitationSchema,
  helperBirthdaySchema,
  helperConfirmationSchema,
  helperFilterSchema,
  invitationCodeSchema,
  newHelperSchema,
} from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import { respondOnce } from '../api/respond-once.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody, readPlainQuery } from '../http/plain-body.ts';
import { isOperator } from '../register/register-powers.ts';
import { createInvitations } from './accept-invitation.ts';
import { correctBirthday } from './correct-birthday.ts';
import { type Helper, showHelper } from './helper.ts';
import { findHelper, type HelperPowers, helperNotFound } from './helper-powers.ts';
import { helperUrl } from './helper-url.ts';
import { createInvitationCode } from './invitation-code.ts';
import { inviteHelper, registerRepresentative } from './invite-helper.ts';
import { showFacts } from './show-facts.ts';

const path = authorityPaths.helpers;
const ACTS_SHOWN = 100;

/** Helpers and representatives: invited, confirmed, ended; seen by the citizen and the helper, and by nobody else. */
export function helperRoutes(powers: HelperPowers): Hono {
  const { baseUrl, helpers, now } = powers;
  const invitations = createInvitations(powers);
  const show = (helper: Helper) => showHelper(helper, now());
  return new Hono()
    .post(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newHelperSchema);
      const answer = (invited: Awaited<ReturnType<typeof inviteHelper>>) => {
        return { status: 201, body: invited, headers: { Location: invited.helper.id } };
      };
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (uuid) =>
          answer(
            body.kind === 'helper'
              ? await inviteHelper(body, webId, uuid, powers)
              : await registerRepresentative(body, webId, uuid, powers),
          ),
        async find(uuid) {
          const made = await helpers.find(helperUrl(baseUrl, uuid));
          if (!made) return undefined;
          if (made.terms.kind !== 'helper') return answer({ helper: show(made) });
          // Nobody ever saw the code that was made before: only its digest is known.
          const { code, digest } = createInvitationCode();
          await helpers.renewCode(made.id, digest);
          return answer({ helper: show(made), code });
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const asked = readPlainQuery(c.req, helperFilterSchema);
      const all = await helpers.list(webId);
      const items = all.filter((one) => asked.as === undefined || one[asked.as] === webId);
      return jsonResponse({ items: items.map(show) });
    })
    .post(`/${path}/invitation`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { code } = await readPlainBody(c.req, invitationCodeSchema);
      const { id, citizenName, name, themes, may, until } = show(
        await invitations.look(code, webId),
      );
      return jsonResponse({ id, citizenName, name, themes, may, until });
    })
    .post(`/${path}/acceptance`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { code, name } = await readPlainBody(c.req, acceptedInvitationSchema);
      return jsonResponse(show(await invitations.accept(code, { webId, name })));
    })
    .get(`/${path}/:uuid`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      return jsonResponse(show(await findHelper(c.req.param('uuid'), webId, powers)));
    })
    .get(`/${path}/:uuid/acts`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { id } = await findHelper(c.req.param('uuid'), webId, powers);
      return jsonResponse({ items: await helpers.listActs(id, ACTS_SHOWN) });
    })
    .put(`/${path}/:uuid/confirmation`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const helper = await findHelper(c.req.param('uuid'), webId, powers);
      const { facts } = await readPlainBody(c.req, helperConfirmationSchema);
      // Whom the law lets act begins alone; whom the citizen chose does not.
      const decides = helper.terms.kind === 'helper' ? helper.citizen : helper.helper;
      if (decides !== webId) {
        throw new AuthorityError(
          'helper_of_citizen',
          'The citizen decides who helps, and with what.',
        );
      }
      return jsonResponse(show(await showFacts(helper, facts, powers)));
    })
    .put(`/${path}/:uuid/birthday`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { bornOn } = await readPlainBody(c.req, helperBirthdaySchema);
      return jsonResponse(show(await correctBirthday(c.req.param('uuid'), bornOn, webId, powers)));
    })
    .put(`/${path}/:uuid/end`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const helper = await helpers.find(helperUrl(baseUrl, c.req.param('uuid')));
      await helpers.end(...endedBy(helper, webId));
      return jsonResponse(show(await findEnded(c.req.param('uuid'))));
    });

  function endedBy(helper: Helper | undefined, webId: string): Parameters<typeof helpers.end> {
    const at = now();
    if (helper?.helper === webId) return [helper.id, { at, by: 'helper' }];
    if (helper?.terms.kind === 'representative' && isOperator(webId, powers)) {
      return [helper.id, { at, by: 'operator' }];
    }
    if (helper?.citizen !== webId) throw helperNotFound();
    if (helper.terms.kind === 'helper') return [helper.id, { at, by: 'citizen' }];
    throw new AuthorityError(
      'representative_by_law',
      'A representative is ended by the operator, on the word of who named them.',
    );
  }

  async function findEnded(uuid: string): Promise<Helper> {
    const ended = await helpers.find(helperUrl(baseUrl, uuid));
    if (ended) return ended;
    throw helperNotFound();
  }
}
