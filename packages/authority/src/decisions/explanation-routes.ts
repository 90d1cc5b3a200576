import { explanationFilterSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import { uuidOf } from '../credentials/credential-id.ts';
import { type CredentialStore, isLawfulAccess } from '../credentials/credential-store.ts';
import { credentialNotFound, showCredential } from '../credentials/show-credential.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { identifyActor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { createSeesAccess } from '../helpers/sees-access.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainQuery } from '../http/plain-body.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
import type { DecisionStore } from './decision-store.ts';

/** Why something was allowed or not: every decision about a credential, as it was stored. */
export function explanationRoutes(powers: {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly credentials: CredentialStore;
  readonly decisions: DecisionStore;
  readonly helpers: HelperStore;
  readonly mandates: MandateStore;
  readonly now: () => Date;
}): Hono {
  return new Hono().get(`/${authorityPaths.explanations}`, async (c) => {
    const actor = await identifyActor(c.req, powers, 'law');
    const { credential } = readPlainQuery(c.req, explanationFilterSchema);
    const uuid = uuidOf(powers.baseUrl, credential) ?? '';
    const found = await showCredential(uuid, actor.webId, powers);
    const isSeen = isLawfulAccess(found)
      ? await createSeesAccess(actor, powers)(found.credential.credentialSubject.lawfulAccess)
      : seesCredential(actor, found);
    if (!isSeen) throw credentialNotFound();
    return jsonResponse({ items: await powers.decisions.list(found.id) });
  });
}
