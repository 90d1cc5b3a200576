import {
  type Mandate,
  mandateFilterSchema,
  mandateStateAt,
  newMandateSchema,
  newMandateStepSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import { AuthorityError } from '../errors.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { identifyOptionalCaller } from '../http/identify-optional-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody, readPlainQuery } from '../http/plain-body.ts';
import type { RegisterPowers } from '../register/register-powers.ts';
import { draftMandate } from './draft-mandate.ts';
import { showMandate } from './mandate-facts.ts';
import type { MandateStore } from './mandate-store.ts';
import { mandateUrl } from './mandate-url.ts';
import { takeStep } from './take-step.ts';

const path = authorityPaths.mandates;

/** Query of `GET v1/mandates/{uuid}`. */
export const mandateVersionSchema = z.strictObject({
  version: z.coerce
    .number()
    .pipe(z.int().min(1).max(2_147_483_647))
    .exactOptional()
    .meta({ description: 'The newest one you may see when left out.' }),
});

interface MandatePowers extends RegisterPowers {
  readonly mandates: MandateStore;
  /** What was granted under a mandate may end, stand still or go on. */
  readonly onChange: (changed: { mandate: string }) => Promise<void>;
}

/** Mandates: drafts are for the agency alone, what was published is for everybody. */
export function mandateRoutes(powers: MandatePowers): Hono {
  const { baseUrl, mandates, legal, now } = powers;
  const isVisible = ({ agency, steps }: Mandate, caller: string | undefined) =>
    agency === caller || steps.some(({ step }) => step === 'published');
  return new Hono()
    .get(`/${path}`, async (c) => {
      const caller = await identifyOptionalCaller(c.req, powers);
      const { agency, state } = readPlainQuery(c.req, mandateFilterSchema);
      const seen = (await mandates.list(agency)).filter((one) => isVisible(one, caller));
      const newest = [...Map.groupBy(seen, ({ id }) => id).values()].flatMap(
        ([first]) => first ?? [],
      );
      const wanted = newest.filter(
        (one) => state === undefined || mandateStateAt(one, now()) === state,
      );
      const items = await Promise.all(wanted.map((one) => showMandate(one, powers)));
      return jsonResponse({ items });
    })
    .post(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newMandateSchema);
      const answer = async (mandate: Mandate) => ({
        status: 201,
        body: await showMandate(mandate, powers),
        headers: { Location: mandate.id },
      });
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (uuid) => answer(await draftMandate(body, webId, uuid, powers)),
        async find(uuid) {
          const made = await mandates.find(mandateUrl(baseUrl, uuid), 1);
          return made && answer(made);
        },
      });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const caller = await identifyOptionalCaller(c.req, powers);
      const { version } = readPlainQuery(c.req, mandateVersionSchema);
      const mandate = await findVisible(c.req.param('uuid'), version, caller);
      return jsonResponse(await showMandate(mandate, powers));
    })
    .post(`/${path}/:uuid/steps`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newMandateStepSchema);
      const mandate = await findVisible(c.req.param('uuid'), body.version, webId);
      return respondOnce(c.req, { owner: webId, body }, powers, {
        async make() {
          const stepped = await takeStep(mandate, body, webId, powers);
          await powers.onChange({ mandate: mandate.id });
          return { status: 201, body: await showMandate(stepped, powers), headers: {} };
        },
        find: async () => undefined,
      });
    });

  async function findVisible(
    uuid: string,
    version: number | undefined,
    caller: string | undefined,
  ): Promise<Mandate> {
    const known = z.uuid().safeParse(uuid).success
      ? await mandates.findVersions(mandateUrl(baseUrl, uuid))
      : [];
    const found = known.find(
      (one) =>
        (version === undefined || one.version === version) &&
        // An operator may have to suspend or end it.
        (isVisible(one, caller) || (caller !== undefined && legal.operators.includes(caller))),
    );
    if (found !== undefined) return found;
    throw new AuthorityError('mandate_not_found', 'There is no such mandate that you may see.');
  }
}
