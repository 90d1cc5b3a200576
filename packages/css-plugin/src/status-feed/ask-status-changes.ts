import {
  authorityPaths,
  STATUS_QUESTION_TYPE,
  type StatusChanges,
  statusChangesSchema,
} from '@grondslag/protocol';
import { SignJWT } from 'jose';
import { CssPluginError } from '../errors.ts';
import type { TrustedAuthority } from '../trusted-authority.ts';

const QUESTION_VALID_FOR_SECONDS = 60;

export interface AskStatusChangesOptions {
  readonly authority: TrustedAuthority;
  readonly baseUrl: string;
  /** `head` of the answer before. */
  readonly after: number | undefined;
  /** How long the authority may wait for a change. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks an authority once which grants were withdrawn, suspended or resumed.
 *
 * @throws {CssPluginError} `authority_unreachable`, `status_question_refused`.
 */
export async function askStatusChanges({
  authority,
  baseUrl,
  after,
  waitMs,
  signal,
}: AskStatusChangesOptions): Promise<StatusChanges> {
  const iat = Math.floor(Date.now() / 1000);
  const exp = iat + QUESTION_VALID_FOR_SECONDS;
  const jwt = await new SignJWT({ iss: baseUrl, aud: authority.url, iat, exp })
    .setProtectedHeader({ alg: 'HS256', typ: STATUS_QUESTION_TYPE })
    .sign(authority.secret);
  const url = new URL(authorityPaths.statusChanges, authority.url);
  if (after !== undefined) url.searchParams.set('after', String(after));
  url.searchParams.set('wait', String(waitMs));

  let status: number;
  let body: unknown;
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${jwt}` },
      redirect: 'error',
      signal,
    });
    status = response.status;
    body = await response.json().catch(() => undefined);
  } catch (cause) {
    throw new CssPluginError(
      'authority_unreachable',
      'Expected the authority to say which grants have changed, it did not answer.',
      { cause },
    );
  }
  const answer = statusChangesSchema.safeParse(body);
  if (status !== 200 || !answer.success) {
    throw new CssPluginError(
      'status_question_refused',
      `Expected the authority to say which grants have changed, it answered ${status}. Check that both sides have the same secret and base URLs, and that it is recent enough.`,
    );
  }
  return answer.data;
}
