import { type HelperLookKind, newErasureSchema } from '@grondslag/protocol/v1';
import { Hono, type HonoRequest } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import type { AskedCredential } from '../credentials/asked-credential.ts';
import { credentialUrl } from '../credentials/credential-id.ts';
import { isAccess } from '../credentials/credential-store.ts';
import { giveUpGrant } from '../credentials/give-up-grant.ts';
import { type IssuePowers, issueCredential } from '../credentials/issue-credential.ts';
import { recordErasure } from '../credentials/record-erasure.ts';
import { revokeCredential } from '../credentials/revoke-credential.ts';
import { showCredential } from '../credentials/show-credential.ts';
import { resumeCredential, suspendCredential } from '../credentials/suspend-credential.ts';
import { AuthorityError } from '../errors.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { type Actor, identifyActor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import { MAX_CREDENTIAL_BODY_BYTES, parseBody, readJsonBody } from '../http/read-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { RegisterStore } from '../register/register-store.ts';
import { type Collection, collections } from './collections.ts';
import { askDecision, askRequest } from './create-access.ts';
import { listAccess } from './list-access.ts';
import { respondOnce } from './respond-once.ts';
import { type AccessView, showAccess } from './show-access.ts';

export type AccessPowers = IssuePowers &
  AnswerOncePowers & {
    readonly authenticate: Authenticate;
    readonly limits: RateLimits;
    readonly helpers: HelperStore;
    readonly register: RegisterStore;
  };

type ChangeStatus = typeof revokeCredential;

/** Requests, grants and denials in plain JSON: the same credentials, rules and rows as those of `POST issue`. */
export function accessRoutes(powers: AccessPowers): Hono {
  const { requests, grants, denials } = collections;
  const routes = new Hono();
  for (const collection of Object.values(collections)) {
    const { path } = collection;
    routes
      .get(`/${path}`, async (c) => {
        const actor = await identifyActor(c.req, powers, looksThrough(collection));
        const page = await listAccess(collection, new URL(c.req.url).searchParams, actor, powers);
        const links = page.next === undefined ? {} : { Link: `<${page.next}>; rel="next"` };
        return jsonResponse(page, { headers: links });
      })
      .post(`/${path}`, async (c) => {
        const caller = await identifyCaller(c.req, powers);
        const { webId } = caller;
        const body = await readJsonBody(c.req, MAX_CREDENTIAL_BODY_BYTES);
        const answer = async (id: string) => ({
          status: 201,
          body: await findView(collection, id, { webId, caller }, powers),
          headers: { Location: new URL(`${path}/${id}`, powers.baseUrl).href },
        });
        return respondOnce(c.req, { owner: webId, body }, powers, {
          async make(id) {
            const asked = await readNew(collection, body, powers);
            if (asked.kind === 'SolidAccessRequest') {
              powers.limits.count('subject', `${webId} ${asked.toAgent}`);
            }
            await issueCredential(asked, webId, powers, id);
            return answer(id);
          },
          async find(id) {
            const made = await powers.credentials.find(credentialUrl(powers.baseUrl, id));
            return made && answer(id);
          },
        });
      })
      .get(`/${path}/:id`, async (c) => {
        const actor = await identifyActor(c.req, powers, looksThrough(collection));
        return jsonResponse(await findView(collection, c.req.param('id'), actor, powers));
      });
  }
  const change = (collection: Collection, changeStatus: ChangeStatus) => {
    return async ({ req }: { readonly req: HonoRequest<`/${string}/:id/${string}`> }) => {
      const caller = await identifyCaller(req, powers);
      const { webId } = caller;
      const actor = { webId, caller };
      const id = req.param('id');
      await findView(collection, id, actor, powers);
      await changeStatus(credentialUrl(powers.baseUrl, id), webId, powers);
      return jsonResponse(await findView(collection, id, actor, powers));
    };
  };
  routes.put(`/${grants.path}/:id/erasure`, async (c) => {
    const caller = await identifyCaller(c.req, powers);
    const { webId } = caller;
    const id = c.req.param('id');
    const { signature } = await readPlainBody(c.req, newErasureSchema);
    await findView(grants, id, { webId, caller }, powers);
    await recordErasure(credentialUrl(powers.baseUrl, id), webId, signature, powers);
    return jsonResponse(await findView(grants, id, { webId, caller }, powers));
  });
  return routes
    .put(`/${requests.path}/:id/cancellation`, change(requests, revokeCredential))
    .put(`/${grants.path}/:id/withdrawal`, change(grants, revokeCredential))
    .put(`/${denials.path}/:id/withdrawal`, change(denials, revokeCredential))
    .put(`/${grants.path}/:id/end`, change(grants, giveUpGrant))
    .put(`/${grants.path}/:id/suspension`, change(grants, suspendCredential))
    .delete(`/${grants.path}/:id/suspension`, change(grants, resumeCredential));
}

function looksThrough({ kind }: Collection): HelperLookKind {
  return kind === 'SolidAccessRequest' ? 'questions' : 'permissions';
}

async function readNew(
  { kind }: Collection,
  body: unknown,
  powers: IssuePowers,
): Promise<AskedCredential> {
  switch (kind) {
    case 'SolidAccessRequest':
      return askRequest(parseBody(collections.requests.create, body));
    case 'SolidAccessGrant':
      return askDecision(kind, parseBody(collections.grants.create, body), powers);
    case 'SolidAccessDenial':
      return askDecision(kind, parseBody(collections.denials.create, body), powers);
  }
}

/** @throws {AuthorityError} `credential_not_found`, also when it is of another collection; `not_participant` */
async function findView(
  { kind }: Collection,
  id: string,
  actor: Actor,
  { baseUrl, credentials, now }: IssuePowers,
): Promise<AccessView> {
  const stored = await showCredential(id, actor.webId, { baseUrl, credentials, now });
  if (!isAccess(stored) || stored.kind !== kind || !seesCredential(actor, stored)) {
    throw new AuthorityError('credential_not_found', 'There is nothing with this id here.');
  }
  const decisions = await credentials.findDecisions([stored.id]);
  return showAccess(stored, { baseUrl, now: now(), decisions });
}
