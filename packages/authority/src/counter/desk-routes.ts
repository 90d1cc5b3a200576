import { authorityPaths } from '@grondslag/protocol';
import { clerkDecisionSchema, deskSchema } from '@grondslag/protocol/counter';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import type { LegalSettings } from '../decisions/legal-settings.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import { checkOperator } from '../register/register-powers.ts';
import type { DeskStore } from './counter-store.ts';

/** Desks, which anyone may know, and who works there, which the operator decides and alone may list. */
export function deskRoutes(powers: {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly legal: LegalSettings;
  readonly desks: DeskStore;
  readonly now: () => Date;
}): Hono {
  const { desks, now } = powers;
  const { desks: path, clerks } = authorityPaths;
  return new Hono()
    .get(`/${path}`, async () => jsonResponse({ items: await desks.listDesks() }))
    .put(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      checkOperator(webId, powers);
      const desk = await readPlainBody(c.req, deskSchema);
      await desks.recordDesk(desk, webId, now());
      return jsonResponse(desk);
    })
    .get(`/${clerks}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      checkOperator(webId, powers);
      return jsonResponse({ items: await desks.listClerks() });
    })
    .put(`/${clerks}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      checkOperator(webId, powers);
      const decision = await readPlainBody(c.req, clerkDecisionSchema);
      if ((await desks.findDesk(decision.desk)) === undefined) {
        throw new AuthorityError('desk_unknown', 'First say which desk it is, with PUT v1/desks.');
      }
      await desks.recordClerk(decision, webId, now());
      return jsonResponse(decision);
    });
}
