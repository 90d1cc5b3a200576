import {
  answerDeadline,
  type CorrectedFact,
  type Correction,
  type CorrectionStep,
  type CorrectionView,
  correctionFilterSchema,
  correctionState,
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
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import { describeIssues } from '../http/read-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import { correctionUrl } from './correction-url.ts';
import { type ReceivePowers, receiveCorrection } from './receive-correction.ts';

const path = authorityPaths.corrections;

export type CorrectionPowers = ReceivePowers &
  AnswerOncePowers & { readonly authenticate: Authenticate };

/** Reports of errors in facts (Article 16 GDPR): made by citizens, answered by sources, seen by both. */
export function correctionRoutes(powers: CorrectionPowers): Hono {
  const { baseUrl, corrections, sources, now } = powers;
  const idsOf = (webId: string) =>
    sources.filter((source) => source.webId === webId).map(({ id }) => id);

  return new Hono()
    .post(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newCorrectionSchema);
      const answer = (correction: Correction) => ({
        status: 201,
        body: showCorrection(correction),
        headers: { Location: correction.id },
      });
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (uuid) => answer(await receiveCorrection(body, webId, uuid, powers)),
        async find(uuid) {
          const made = await corrections.find(correctionUrl(baseUrl, uuid));
          return made && answer(made);
        },
      });
    })
    .get(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const filter = correctionFilterSchema.safeParse(c.req.query());
      if (!filter.success) throw new AuthorityError('invalid_query', describeIssues(filter.error));
      const { before, ...others } = filter.data;
      const found = await corrections.list(
        { citizen: webId, sources: idsOf(webId) },
        { ...others, ...(before !== undefined && { before: correctionUrl(baseUrl, before) }) },
      );
      return jsonResponse({ items: found.map(showCorrection) });
    })
    .get(`/${path}/:uuid`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const found = await find(c.req.param('uuid'));
      if (found && takesPart(found, webId)) return jsonResponse(showCorrection(found));
      if (found && (await corrections.wasTold(found.id, webId))) {
        return jsonResponse(showToRecipient(found));
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

  function takesPart({ citizen, source }: Correction, caller: string): boolean {
    return citizen === caller || idsOf(caller).includes(source);
  }
}

function notFound(): AuthorityError {
  return new AuthorityError('correction_not_found', 'You take part in no report with this id.');
}

/** A report as the citizen and the source see it. */
function showCorrection(correction: Correction): CorrectionView {
  return {
    correction,
    state: correctionState(correction),
    answerBefore: answerDeadline(correction).toISOString(),
  };
}

/** What who read the fact sees of it (Article 19 GDPR). */
function showToRecipient(correction: Correction): CorrectedFact {
  const { id, resource, credential, claimType, steps, receivedAt } = correction;
  return { id, resource, credential, claimType, correctedAt: steps.at(-1)?.at ?? receivedAt };
}
