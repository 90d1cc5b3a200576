import {
  answerDeadline,
  type NoticeKind,
  newArticle18ExceptionSchema,
  newObjectionAnswerSchema,
  newObjectionExtensionSchema,
  newObjectionSchema,
  type Objection,
  type ObjectionView,
  objectionState,
  suspendsAccess,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono, type HonoRequest } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { type Actor, identifyActor } from '../helpers/identify-actor.ts';
import { createSeesAccess, onlySeen } from '../helpers/sees-access.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import { type SettlePowers, settleLawfulAccess } from '../lawful-access/settle-lawful-access.ts';
import { createNotice } from '../notices/create-notice.ts';
import type { ObjectionStep } from './objection-store.ts';
import { objectionUrl, receiveObjection } from './receive-objection.ts';

const path = authorityPaths.objections;

export type ObjectionPowers = SettlePowers &
  AnswerOncePowers & {
    readonly baseUrl: string;
    readonly authenticate: Authenticate;
    readonly helpers: HelperStore;
  };

/** Objections (Article 21 GDPR): made by citizens, answered by agencies, seen by both. */
export function objectionRoutes(powers: ObjectionPowers): Hono {
  const { baseUrl, objections, lawfulAccesses, now } = powers;
  return new Hono()
    .post(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'act');
      const body = await readPlainBody(c.req, newObjectionSchema);
      const answer = (objection: Objection) => ({
        status: 201,
        body: showObjection(objection),
        headers: { Location: objection.id },
      });
      const written = actor.helper ? [actor.helper.id, body] : body;
      return respondOnce(c.req, { owner: actor.caller.webId, body: written }, powers, {
        make: async (uuid) => answer(await receiveObjection(body, actor, uuid, powers)),
        async find(uuid) {
          const made = await objections.find(objectionUrl(baseUrl, uuid));
          return made && answer(made);
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const all = await objections.list(actor.webId);
      const seen = await onlySeen(all, (one) => seesObjection(one, actor));
      return jsonResponse({ items: seen.map(showObjection) });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const found = await findOwn(c.req.param('uuid'), actor.webId);
      if (!(await seesObjection(found, actor))) throw objectionNotFound();
      return jsonResponse(showObjection(found));
    })
    .put(`/${path}/:uuid/answer`, (c) =>
      act(c.req, newObjectionAnswerSchema, 'objection-answered', (sent) => ({
        kind: 'answer',
        body: sent,
      })),
    )
    .put(`/${path}/:uuid/extension`, (c) =>
      act(c.req, newObjectionExtensionSchema, 'objection-extended', (sent) => ({
        kind: 'extension',
        body: sent,
      })),
    )
    .put(`/${path}/:uuid/exception`, (c) =>
      act(c.req, newArticle18ExceptionSchema, 'objection-exception', (sent) => ({
        kind: 'exception',
        body: sent,
      })),
    );

  async function findOwn(uuid: string, caller: string): Promise<Objection> {
    const found = z.uuid().safeParse(uuid).success
      ? await objections.find(objectionUrl(baseUrl, uuid))
      : undefined;
    if (found !== undefined && [found.citizen, found.agency].includes(caller)) return found;
    throw objectionNotFound();
  }

  /** A helper sees those of the citizen, against access in sight. */
  async function seesObjection({ access: id, citizen }: Objection, actor: Actor): Promise<boolean> {
    if (actor.helper === undefined) return true;
    const found = citizen === actor.webId ? await lawfulAccesses.find(id) : undefined;
    return found !== undefined && createSeesAccess(actor, powers)(found.access);
  }

  async function act<S extends z.ZodType<object>>(
    request: HonoRequest<`/${string}/:uuid/${string}`>,
    schema: S,
    told: NoticeKind,
    stepOf: (sent: z.infer<S> & { at: string }) => ObjectionStep,
  ): Promise<Response> {
    const { webId } = await identifyCaller(request, powers);
    const objection = await findOwn(request.param('uuid'), webId);
    const sent = await readPlainBody(request, schema);
    if (objection.agency !== webId) {
      throw new AuthorityError('objection_of_citizen', 'The agency answers an objection.');
    }
    const at = now();
    const step = stepOf({ ...sent, at: at.toISOString() });
    if (step.kind === 'extension' && at > answerDeadline(objection)) {
      throw new AuthorityError(
        'extension_too_late',
        'An extension is told within a month of the objection; answer it now.',
      );
    }
    const access = await lawfulAccesses.find(objection.access);
    if (access === undefined) throw new TypeError('an objection is against access that exists');
    const notice = createNotice(told, access.access, at, { objection: objection.id });
    if ((await objections.addStep(objection, step, notice)) === 'taken') {
      throw new AuthorityError(
        'objection_answered',
        'The objection was answered, or this was put on record before.',
      );
    }
    await settleLawfulAccess({ agency: objection.agency, citizen: objection.citizen }, powers);
    return jsonResponse(showObjection({ ...objection, [step.kind]: step.body }));
  }
}

function objectionNotFound(): AuthorityError {
  return new AuthorityError('objection_not_found', 'You take part in no objection with this id.');
}

/** An objection as both see it. */
function showObjection(objection: Objection): ObjectionView {
  return {
    objection,
    state: objectionState(objection),
    answerBefore: answerDeadline(objection).toISOString(),
    suspendsAccess: suspendsAccess(objection),
  };
}
