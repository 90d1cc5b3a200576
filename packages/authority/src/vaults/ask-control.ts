import {
  CONTROL_QUESTION_PATH,
  CONTROL_QUESTION_TYPE,
  controlAnswerSchema,
  VAULT_MESSAGE_MEDIA_TYPE,
} from '@grondslag/protocol';
import { SignJWT } from 'jose';
import { AuthorityError } from '../errors.ts';
import type { Fetch } from '../http/guarded-fetch.ts';
import { readLimitedJson } from '../http/read-response.ts';
import { type Vault, vaultKey } from './vault.ts';

/**
 * Asks a vault server which of `resources` the agent controls, and what it can do.
 *
 * @throws {AuthorityError} `vault_unreachable` or `vault_answer_invalid`
 */
export type AskControl = (question: {
  readonly vault: Vault;
  readonly webId: string;
  /** At most 100, all served by `vault`. */
  readonly resources: readonly string[];
}) => Promise<{
  /** Those among `resources`. */
  readonly controlled: readonly string[];
  /** Of the vault server, as it says in its tickets; none of an older plug-in. */
  readonly features: readonly string[];
}>;

const QUESTION_VALID_FOR_SECONDS = 60;
const TIMEOUT_MILLISECONDS = 10_000;
const MAX_ANSWER_BYTES = 1_048_576;

/** The control question over HTTP: a JWT signed with the secret both sides share. */
export function createAskControl({
  baseUrl,
  fetch,
  now,
}: {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly now: () => Date;
}): AskControl {
  return async ({ vault, webId, resources }) => {
    const askedAt = Math.floor(now().getTime() / 1000);
    const question = await new SignJWT({ webId, resources: [...resources] })
      .setProtectedHeader({ alg: 'HS256', typ: CONTROL_QUESTION_TYPE })
      .setIssuer(baseUrl)
      .setAudience(vault.baseUrl)
      .setIssuedAt(askedAt)
      .setExpirationTime(askedAt + QUESTION_VALID_FOR_SECONDS)
      .sign(vaultKey(vault));
    const response = await ask(fetch, new URL(CONTROL_QUESTION_PATH, vault.baseUrl), question);
    const answer = controlAnswerSchema.safeParse(await readAnswer(response));
    if (!answer.success) throw invalidAnswer();
    const controlled = new Set(answer.data.controlled);
    return {
      controlled: resources.filter((resource) => controlled.has(resource)),
      features: answer.data.features ?? [],
    };
  };
}

async function ask(fetch: Fetch, url: URL, question: string) {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': VAULT_MESSAGE_MEDIA_TYPE, Accept: 'application/json' },
      body: question,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
  } catch (cause) {
    throw new AuthorityError(
      'vault_unreachable',
      'The vault server did not answer the question who controls these resources; try again later.',
      { cause },
    );
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw invalidAnswer(`status ${response.status}`);
  }
  return response;
}

async function readAnswer(response: Response): Promise<unknown> {
  try {
    return await readLimitedJson(response, MAX_ANSWER_BYTES);
  } catch (cause) {
    throw invalidAnswer('no JSON that can be read', cause);
  }
}

function invalidAnswer(came = 'another shape', cause?: unknown): AuthorityError {
  return new AuthorityError(
    'vault_answer_invalid',
    `The vault server should have said which resources are controlled, but answered with ${came}.`,
    { cause },
  );
}
