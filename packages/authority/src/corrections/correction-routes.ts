import {
  answerDeadline,
  type Correction,
  type CorrectionStep,
  type CorrectionView,
  correctionFilterSchema,
  correctionState,
  disputedFact,
  disputedFactFilterSchema,
  disputedFactLookupSchema,
  newAgencyReportSchema,
  newCorrectionSchema,
  newCorrectionStepSchema,
  stepsAfter,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import { isInSight } from '../helpers/helper.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { type Actor, identifyActor } from '../helpers/identify-actor.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { MAX_BODY_BYTES, parsePlainBody, readPlainBody } from '../http/plain-body.ts';
import { describeIssues, readJsonBody } from '../http/read-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import { correctionUrl } from './correction-url.ts';
import { type ReceiveAgencyPowers, receiveAgencyReport } from './receive-agency-report.ts';
import { type ReceivePowers, receiveCorrection } from './receive-correction.ts';

const path = authorityPaths.corrections;

export type CorrectionPowers = ReceivePowers &
  ReceiveAgencyPowers &
  AnswerOncePowers & { readonly authenticate: Authenticate; readonly helpers: HelperStore };

/**
 * Reports of errors in facts (Article 16 GDPR): made by citizens, and by agencies of what they read, answered by sources;
 * other agencies see that there is one.
 */
export function correctionRoutes(powers: CorrectionPowers): Hono {
  const { baseUrl, corrections, sources, now } = powers;
  const idsOf = (webId: string) =>
    sources.filter((source) => source.webId === webId).map(({ id }) => id);

  return new Hono()
    .post(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'act');
      const sent = await readJsonBody(c.req, MAX_BODY_BYTES);
      // What names access is said by who has it; anything else by who has the fact.
      const byAgency = 'access' in Object(sent) && parsePlainBody(sent, newAgencyReportSchema);
      const body = byAgency || parsePlainBody(sent, newCorrectionSchema);
      const answer = (correction: Correction) => ({
        status: 201,
        body: showCorrection(correction),
        headers: { Location: correction.id },
      });
      const written = actor.helper ? [actor.helper.id, body] : body;
      return respondOnce(c.req, { owner: actor.caller.webId, body: written }, powers, {
        make: async (uuid) =>
          answer(
            'access' in body
              ? await receiveAgencyReport(body, actor, uuid, powers)
              : await receiveCorrection(body, actor, uuid, powers),
          ),
        async find(uuid) {
          const made = await corrections.find(correctionUrl(baseUrl, uuid));
          return made && answer(made);
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const { webId } = actor;
      const filter = correctionFilterSchema.safeParse(c.req.query());
      if (!filter.success) throw new AuthorityError('invalid_query', describeIssues(filter.error));
      const { before, ...others } = filter.data;
      const found = await corrections.list(
        {
          citizen: webId,
          ...(actor.helper
            ? { sources: [], agency: undefined }
            : { sources: idsOf(webId), agency: webId }),
        },
        { ...others, ...(before !== undefined && { before: correctionUrl(baseUrl, before) }) },
      );
      // Of a helper a page may be short though there are more.
      return jsonResponse({
        items: found.filter((one) => seesCorrection(one, actor)).map(showCorrection),
      });
    })
    .get(`/${authorityPaths.disputedFacts}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const query = disputedFactFilterSchema.safeParse(c.req.query());
      if (!query.success) throw new AuthorityError('invalid_query', describeIssues(query.error));
      const found = await corrections.listDisputed([query.data.citizen], webId, now());
      return jsonResponse({ items: found.map(disputedFact) });
    })
    .post(`/${authorityPaths.disputedFacts}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { citizens } = await readPlainBody(c.req, disputedFactLookupSchema);
      const found = await corrections.listDisputed([...new Set(citizens)], webId, now());
      return jsonResponse({ items: found.map(disputedFact) });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'objections');
      const { webId, helper } = actor;
      const found = await find(c.req.param('uuid'));
      if (found && takesPart(found, webId) && seesCorrection(found, actor)) {
        return jsonResponse(showCorrection(found));
      }
      if (found && !helper && isTold(found) && (await corrections.mayKnow(found, webId, now()))) {
        return jsonResponse(disputedFact(found));
      }
      throw notFound();
    })
    .post(`/${path}/:uuid/steps`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const found = await find(c.req.param('uuid'));
      if (!found || !takesPart(found, webId)) throw notFound();
      const sent = await readPlainBody(c.req, newCorrectionStepSchema);
      if (!idsOf(webId).includes(found.source)) {
        throw new AuthorityError('correction_of_citizen', 'The source answers a report.');
      }
      const step: CorrectionStep = { ...sent, at: now().toISOString() };
      const from = correctionState(found);
      const isTaken =
        stepsAfter(from).includes(step.step) &&
        (await corrections.addStep(found, from, step, webId));
      if (!isTaken) {
        throw new AuthorityError(
          'correction_step_not_possible',
          `Expected one of the steps after ${from}: ${stepsAfter(from).join(', ') || 'none'}.`,
        );
      }
      const answer = showCorrection({ ...found, steps: [...found.steps, step] });
      return jsonResponse(answer, { status: 201 });
    });

  async function find(uuid: string): Promise<Correction | undefined> {
    if (!z.uuid().safeParse(uuid).success) return undefined;
    return corrections.find(correctionUrl(baseUrl, uuid));
  }

  function takesPart({ citizen, source, reportedBy }: Correction, caller: string): boolean {
    return [citizen, reportedBy?.agency].includes(caller) || idsOf(caller).includes(source);
  }
}

/** To those who read the fact or may: what an agency reports is no dispute, and told once it was corrected. */
function isTold(correction: Correction): boolean {
  return !correction.reportedBy || correctionState(correction) === 'corrected';
}

/** A helper sees those of the citizen, about the facts that are shown. */
function seesCorrection({ citizen, resource }: Correction, { webId, helper }: Actor): boolean {
  return helper === undefined || (citizen === webId && isInSight(helper, [resource]));
}

function notFound(): AuthorityError {
  return new AuthorityError('correction_not_found', 'You take part in no report with this id.');
}

/** A report as the citizen, the source and the agency that made it see it. */
function showCorrection(correction: Correction): CorrectionView {
  return {
    correction,
    state: correctionState(correction),
    answerBefore: answerDeadline(correction).toISOString(),
  };
}
