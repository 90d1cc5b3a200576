import { authorityPaths } from '@grondslag/protocol';
import {
  type CounterReceipt,
  counterQuestionSchema,
  counterWithdrawalSchema,
  letterQuestionSchema,
  newCounterAnswerSchema,
  newLetterSchema,
} from '@grondslag/protocol/counter';
import { Hono } from 'hono';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { isAccess } from '../credentials/credential-store.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { identifyActor } from '../helpers/identify-actor.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import { type CounterPowers, findClerk } from './counter-powers.ts';
import { enterAnswer } from './enter-answer.ts';
import { enterWithdrawal } from './enter-withdrawal.ts';
import { findQuestion } from './find-question.ts';
import { makeLetter } from './make-letter.ts';
import { type NamePowers, nameAgency } from './name-agency.ts';
import { showQuestion } from './show-question.ts';
import { withdrawWithCard } from './use-card.ts';

const paths = authorityPaths;

/** Letters about requests, and what clerks enter for citizens who do not use the screen. */
export function counterRoutes(
  powers: CounterPowers &
    AnswerOncePowers &
    NamePowers & {
      readonly authenticate: Authenticate;
      readonly helpers: HelperStore;
    },
): Hono {
  const { letters, credentials } = powers;
  return new Hono()
    .put(`/${paths.accessRequests}/:id/letter`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const sent = await readPlainBody(c.req, newLetterSchema);
      // Again is a new code, and an end of the one before: so it is safe to try again when no answer came.
      const letter = await makeLetter(c.req.param('id'), sent, webId, powers);
      return jsonResponse(await nameAgency(letter, powers));
    })
    .post(`/${paths.letters}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'questions');
      const { code } = await readPlainBody(c.req, letterQuestionSchema);
      return jsonResponse({ request: await findQuestion(code, actor, powers) });
    })
    .get(`/${paths.counterDesk}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const clerk = await findClerk(webId, powers);
      return jsonResponse(clerk === undefined ? {} : { clerk });
    })
    .post(`/${paths.counterQuestions}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const proof = await readPlainBody(c.req, counterQuestionSchema);
      return jsonResponse(await showQuestion(proof, webId, powers));
    })
    .post(`/${paths.counterAnswers}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newCounterAnswerSchema);
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (uuid) => entered(await enterAnswer(body, webId, uuid, powers)),
        find: findEntered,
      });
    })
    .post(`/${paths.counterWithdrawals}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, counterWithdrawalSchema);
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (uuid) =>
          entered(
            'decision' in body
              ? await withdrawWithCard(body, webId, uuid, powers)
              : await enterWithdrawal(body, webId, uuid, powers),
          ),
        find: findEntered,
      });
    })
    .get(`/${paths.counterEntries}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      return jsonResponse({ items: await letters.listEntries(webId) });
    });

  async function findEntered(uuid: string) {
    const entry = await letters.findEntry(uuid);
    const stored = entry?.decision && (await credentials.find(entry.decision));
    if (!entry || !stored || !isAccess(stored)) return undefined;
    return entered({ entry, decision: stored.credential as CounterReceipt['decision'] });
  }
}

function entered(receipt: CounterReceipt) {
  return { status: 201, headers: {}, body: receipt };
}
