import type { HonoRequest } from 'hono';
import { jsonResponse } from '../http/json-response.ts';
import { type AnswerOncePowers, answerOnce, type Write } from '../idempotency/answer-once.ts';

/** Answers a write once for each `Idempotency-Key`; without that header, each time. */
export async function respondOnce(
  request: HonoRequest,
  { owner, body }: Pick<Write, 'owner' | 'body'>,
  powers: AnswerOncePowers,
  how: Pick<Write, 'make' | 'find'>,
): Promise<Response> {
  const { body: answer, ...init } = await answerOnce(
    {
      owner,
      body,
      key: request.header('Idempotency-Key'),
      method: request.method,
      path: request.path,
      ...how,
    },
    powers,
  );
  return jsonResponse(answer, init);
}
