import {
  lawfulAccessFilterSchema,
  lawfulAccessViewSchema,
  newEmergencyReviewSchema,
  newLawfulAccessSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { pageSchema } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { uuidOf } from '../credentials/credential-id.ts';
import { AuthorityError } from '../errors.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { identifyActor } from '../helpers/identify-actor.ts';
import { createSeesAccess, onlySeen } from '../helpers/sees-access.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody, readPlainQuery } from '../http/plain-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import { checkOperator, isOperator } from '../register/register-powers.ts';
import { type GivePowers, issueLawfulAccess } from './issue-lawful-access.ts';
import type { LawfulAccessRecord } from './lawful-access-store.ts';
import { isHiddenFrom, lawfulAccessUrl } from './lawful-access-url.ts';
import { reviewEmergency } from './review-emergency.ts';
import { showLawfulAccess } from './show-lawful-access.ts';

const PAGE_SIZE = 20;
const path = authorityPaths.lawfulAccesses;

export const lawfulAccessPageSchema = pageSchema(lawfulAccessViewSchema);

export type LawfulAccessPowers = GivePowers &
  AnswerOncePowers & {
    readonly authenticate: Authenticate;
    readonly limits: RateLimits;
    readonly helpers: HelperStore;
  };

/** Access on another basis than consent: given to agencies, seen by its agency and its citizen. */
export function lawfulAccessRoutes(powers: LawfulAccessPowers): Hono {
  const { baseUrl, lawfulAccesses, credentials, now } = powers;
  return new Hono()
    .post(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newLawfulAccessSchema);
      const answer = async (record: LawfulAccessRecord) => {
        const { id, access, state } = await showLawfulAccess(record, powers);
        const credential = (await credentials.find(record.credential))?.credential;
        const headers = { Location: access.id };
        return { status: 201, body: { id, access, state, credential }, headers };
      };
      return respondOnce(c.req, { owner: webId, body }, powers, {
        async make(uuid) {
          powers.limits.count('subject', `${webId} ${body.citizen}`);
          return answer(await issueLawfulAccess(body, webId, uuid, powers));
        },
        async find(uuid) {
          const made = await lawfulAccesses.find(lawfulAccessUrl(baseUrl, uuid));
          return made && answer(made);
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'law');
      const { webId, helper } = actor;
      const asked = readPlainQuery(c.req, lawfulAccessFilterSchema);
      if (asked.agency === 'any') checkOperator(webId, powers);
      if (helper && asked.agency !== undefined) {
        throw new AuthorityError('not_for_helpers', 'A helper looks with citizen=me.');
      }
      const older = asked.cursor !== undefined && {
        olderThan: lawfulAccessUrl(baseUrl, asked.cursor),
      };
      const paging = { limit: PAGE_SIZE + 1, ...older };
      const isOfEmergencies = asked.agency === 'any' || asked.review !== undefined;
      const found = isOfEmergencies
        ? await lawfulAccesses.listEmergencies({
            ...paging,
            ...(asked.agency !== 'any' && { agency: webId }),
            ...(asked.review && { review: asked.review }),
            now: now(),
          })
        : await lawfulAccesses.query({
            ...paging,
            ...(asked.agency === 'me' ? { agency: webId } : { citizen: webId }),
            visibleAt: now(),
          });
      const page = found.slice(0, PAGE_SIZE);
      const sees = createSeesAccess(actor, powers);
      const seen = await onlySeen(page, ({ access }) => sees(access));
      const items = await Promise.all(seen.map((one) => showLawfulAccess(one, powers)));
      const last = found.length > PAGE_SIZE ? page.at(-1) : undefined;
      const cursor = last && uuidOf(baseUrl, last.credential);
      const by = asked.agency === undefined ? 'citizen=me' : `agency=${asked.agency}`;
      const only = asked.review === undefined ? '' : `&review=${asked.review}`;
      return jsonResponse({
        // A page may be short though there are more.
        items: items.filter(({ state }) => asked.state === undefined || state === asked.state),
        ...(cursor && { next: new URL(`${path}?${by}${only}&cursor=${cursor}`, baseUrl).href }),
      });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'law');
      const found = await findShown(c.req.param('uuid'), actor.webId);
      if (!(await createSeesAccess(actor, powers)(found.access))) throw lawfulAccessNotFound();
      return jsonResponse(await showLawfulAccess(found, powers));
    })
    .put(`/${path}/:uuid/review`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const uuid = c.req.param('uuid');
      const record = await findShown(uuid, webId);
      const sent = await readPlainBody(c.req, newEmergencyReviewSchema);
      const reviewed = await reviewEmergency({ ...record, uuid }, sent, webId, powers);
      return jsonResponse(await showLawfulAccess(reviewed, powers));
    });

  /** What the caller takes part in; an operator sees emergencies too, to have them reviewed. */
  async function findShown(uuid: string, caller: string): Promise<LawfulAccessRecord> {
    const known = z.uuid().safeParse(uuid).success;
    const record = known ? await lawfulAccesses.find(lawfulAccessUrl(baseUrl, uuid)) : undefined;
    const isOperators = record?.access.emergency !== undefined && isOperator(caller, powers);
    return isOperators ? record : checkVisible(record, caller, now());
  }
}

/** @throws {AuthorityError} `lawful_access_not_found`, also for those it is not about, and before they are told */
export function checkVisible(
  record: LawfulAccessRecord | undefined,
  caller: string,
  now: Date,
): LawfulAccessRecord {
  const takesPart = record?.access.agency === caller || record?.access.citizen === caller;
  if (record !== undefined && takesPart && !isHiddenFrom(record.access, caller, now)) return record;
  throw lawfulAccessNotFound();
}

export function lawfulAccessNotFound(): AuthorityError {
  return new AuthorityError('lawful_access_not_found', 'You take part in no access with this id.');
}
