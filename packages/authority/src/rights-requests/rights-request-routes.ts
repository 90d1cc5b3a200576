import {
  answerDeadline,
  newRightsAnswerSchema,
  newRightsExtensionSchema,
  newRightsRequestSchema,
  type RightsRequest,
  viewRightsRequest,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono, type HonoRequest } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { type Actor, identifyActor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { createSeesAccess, onlySeen } from '../helpers/sees-access.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import {
  type ReceivePowers,
  receiveRightsRequest,
  rightsRequestUrl,
} from './receive-rights-request.ts';
import type { RightsRequestStep } from './rights-request-store.ts';

const path = authorityPaths.rightsRequests;

export type RightsRequestPowers = ReceivePowers &
  AnswerOncePowers & { readonly authenticate: Authenticate; readonly helpers: HelperStore };

/** What citizens ask by a right (Articles 15, 17, 18, 20 GDPR): asked here, answered by agencies, seen by both. */
export function rightsRequestRoutes(powers: RightsRequestPowers): Hono {
  const { baseUrl, rightsRequests, now } = powers;
  return new Hono()
    .post(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'act');
      const body = await readPlainBody(c.req, newRightsRequestSchema);
      const answer = (request: RightsRequest) => ({
        status: 201,
        body: viewRightsRequest(request),
        headers: { Location: request.id },
      });
      const written = actor.helper ? [actor.helper.id, body] : body;
      return respondOnce(c.req, { owner: actor.caller.webId, body: written }, powers, {
        make: async (uuid) => answer(await receiveRightsRequest(body, actor, uuid, powers)),
        async find(uuid) {
          const made = await rightsRequests.find(rightsRequestUrl(baseUrl, uuid));
          return made && answer(made);
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const all = await rightsRequests.list(actor.webId);
      const seen = await onlySeen(all, createSeesRequest(actor));
      return jsonResponse({ items: seen.map(viewRightsRequest) });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const found = await findOwn(c.req.param('uuid'), actor.webId);
      if (!(await createSeesRequest(actor)(found))) throw rightsRequestNotFound();
      return jsonResponse(viewRightsRequest(found));
    })
    .put(`/${path}/:uuid/answer`, (c) =>
      act(c.req, newRightsAnswerSchema, (body) => ({ kind: 'answer', body })),
    )
    .put(`/${path}/:uuid/extension`, (c) =>
      act(c.req, newRightsExtensionSchema, (body) => ({ kind: 'extension', body })),
    );

  async function findOwn(uuid: string, caller: string): Promise<RightsRequest> {
    const found = z.uuid().safeParse(uuid).success
      ? await rightsRequests.find(rightsRequestUrl(baseUrl, uuid))
      : undefined;
    if (found !== undefined && [found.citizen, found.agency].includes(caller)) return found;
    throw rightsRequestNotFound();
  }

  /** A helper sees those of the citizen, about permissions and access in sight. */
  function createSeesRequest(actor: Actor): (request: RightsRequest) => Promise<boolean> {
    const seesAccess = createSeesAccess(actor, powers);
    return async ({ about, citizen }) => {
      if (actor.helper === undefined) return true;
      if (citizen !== actor.webId) return false;
      const grant = await powers.credentials.find(about);
      if (grant) return seesCredential(actor, grant);
      const found = await powers.lawfulAccesses.find(about);
      return found !== undefined && seesAccess(found.access);
    };
  }

  async function act<S extends z.ZodType<object>>(
    request: HonoRequest<`/${string}/:uuid/${string}`>,
    schema: S,
    stepOf: (sent: z.infer<S> & { at: string }) => RightsRequestStep,
  ): Promise<Response> {
    const { webId } = await identifyCaller(request, powers);
    const asked = await findOwn(request.param('uuid'), webId);
    const sent = await readPlainBody(request, schema);
    if (asked.agency !== webId) {
      throw new AuthorityError('rights_request_of_citizen', 'The agency answers a request.');
    }
    const at = now();
    const step = stepOf({ ...sent, at: at.toISOString() });
    if (step.kind === 'extension' && at > answerDeadline(asked)) {
      throw new AuthorityError(
        'extension_too_late',
        'An extension is told within a month of the request; answer it now.',
      );
    }
    if ((await rightsRequests.addStep(asked, step)) === 'taken') {
      throw new AuthorityError(
        'rights_request_answered',
        'The request was answered, or this was put on record before.',
      );
    }
    return jsonResponse(viewRightsRequest({ ...asked, [step.kind]: step.body }));
  }
}

function rightsRequestNotFound(): AuthorityError {
  return new AuthorityError(
    'rights_request_not_found',
    'You take part in no request with this id.',
  );
}
