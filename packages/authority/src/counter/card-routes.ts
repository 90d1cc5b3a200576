import { authorityPaths as paths } from '@grondslag/protocol';
import {
  cardQuestionSchema,
  newCardAtCounterSchema,
  newCardSchema,
  newDeskLetterSchema,
} from '@grondslag/protocol/counter';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainBody } from '../http/plain-body.ts';
import type { CounterPowers } from './counter-powers.ts';
import { makeCard, makeCardAtCounter } from './make-card.ts';
import { type NamePowers, nameAgency } from './name-agency.ts';
import { printLetter, showCitizen } from './use-card.ts';

/**
 * Cards, for who lost letter and receipt. A number is told once and kept by nobody, so making one and printing a letter
 * take no idempotency key: again is another, and ends the one that never arrived.
 */
export function cardRoutes(
  powers: CounterPowers & NamePowers & { readonly authenticate: Authenticate },
): Hono {
  const { cards, now } = powers;
  return new Hono()
    .get(`/${paths.counterCard}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const card = await cards.findOf(webId);
      return jsonResponse(card ? { card: { madeAt: card.madeAt.toISOString() } } : {});
    })
    .put(`/${paths.counterCard}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { bornOn } = await readPlainBody(c.req, newCardSchema);
      return jsonResponse(await makeCard(webId, bornOn, powers));
    })
    .delete(`/${paths.counterCard}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      await cards.end(webId, now());
      return jsonResponse({});
    })
    .put(`/${paths.counterCards}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newCardAtCounterSchema);
      return jsonResponse(await makeCardAtCounter(body, webId, powers));
    })
    .post(`/${paths.counterCitizens}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const proof = await readPlainBody(c.req, cardQuestionSchema);
      return jsonResponse(await showCitizen(proof, webId, powers));
    })
    .put(`/${paths.counterLetters}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readPlainBody(c.req, newDeskLetterSchema);
      return jsonResponse(await nameAgency(await printLetter(body, webId, powers), powers));
    });
}
