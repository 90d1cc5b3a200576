import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import {
  answerStatusQuestion,
  type StatusQuestionPowers,
} from '../events/answer-status-question.ts';
import { jsonResponse } from './json-response.ts';

/** What changed for the vault server that asks, told at once or as soon as it happens. */
export function statusChangeRoute(powers: StatusQuestionPowers): Hono {
  return new Hono().get(`/${authorityPaths.statusChanges}`, async (c) => {
    const jwt = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    const { searchParams } = new URL(c.req.url);
    return jsonResponse(await answerStatusQuestion(jwt, searchParams, powers, c.req.raw.signal));
  });
}
