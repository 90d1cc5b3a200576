import { explanationFilterSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import { uuidOf } from '../credentials/credential-id.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { showCredential } from '../credentials/show-credential.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainQuery } from '../http/plain-body.ts';
import type { DecisionStore } from './decision-store.ts';

/** Why something was allowed or not: every decision about a credential, as it was stored. */
export function explanationRoutes(powers: {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly credentials: CredentialStore;
  readonly decisions: DecisionStore;
  readonly now: () => Date;
}): Hono {
  return new Hono().get(`/${authorityPaths.explanations}`, async (c) => {
    const { webId } = await identifyCaller(c.req, powers);
    const { credential } = readPlainQuery(c.req, explanationFilterSchema);
    const { id } = await showCredential(uuidOf(powers.baseUrl, credential) ?? '', webId, powers);
    return jsonResponse({ items: await powers.decisions.list(id) });
  });
}
