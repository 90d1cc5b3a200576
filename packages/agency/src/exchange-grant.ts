import {
  covers,
  oauthErrorSchema,
  type TokenResponse,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { CREDENTIALS_V1 } from '@grondslag/vocab';
import type { Fetch } from './bounded-fetch.ts';
import type { AuthorityConnection } from './connect-authority.ts';
import { AgencyError, GrantRefusedError } from './errors.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Opening } from './opening.ts';
import { jsonOf } from './parse-answer.ts';
import { type Trace, traceHeaders } from './trace.ts';
import { parseUmaChallenge } from './uma-challenge.ts';

/** Seconds before its end at which a token is no longer used. */
const TOKEN_MARGIN_SECONDS = 5;

/** What an exchange needs. */
export interface ExchangePowers {
  authority: AuthorityConnection;
  /** Without login, to the vault servers only. */
  vaultFetch: Fetch;
  vaults: readonly string[];
  webId: string;
  now: () => Date;
}

/** What a token is for. */
export interface GrantUse {
  readonly trace?: Trace | undefined;
  /** IRI of a purpose, which the grant must name; `undefined`: what the grant names. */
  readonly purpose?: string | undefined;
}

interface Token {
  readonly value: string;
  readonly usableUntil: number;
}

/**
 * Trades a grant, or lawful access, for a token and returns a `fetch` that carries it: to the vault server of `resource` only. The
 * token is used again until shortly before its end, then a new exchange follows.
 *
 * @see {@link https://docs.kantarainitiative.org/uma/wg/rec-oauth-uma-grant-2.0.html | UMA 2.0 Grant, 3.2-3.3}
 * @throws {GrantRefusedError} when the authority gives no token, also later, from the returned `fetch`
 */
export async function exchangeGrant(
  powers: ExchangePowers,
  grant: Opening,
  resource: string,
  use: GrantUse = {},
): Promise<Fetch> {
  const { trace } = use;
  const vault = powers.vaults.find((base) => covers(base, resource));
  if (vault === undefined) {
    throw new AgencyError(
      'address_not_allowed',
      'Expected a resource on one of the configured vault servers, got one elsewhere. Nothing was sent.',
    );
  }
  let token = await obtainToken(powers, grant, resource, use);
  let renewal: Promise<Token> | undefined;

  async function currentToken(): Promise<Token> {
    if (powers.now().getTime() < token.usableUntil) return token;
    renewal ??= obtainToken(powers, grant, resource, use).finally(() => {
      renewal = undefined;
    });
    token = await renewal;
    return token;
  }

  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : new URL(input).href;
    if (input instanceof Request || !covers(vault, url)) {
      throw new AgencyError(
        'address_not_allowed',
        `Expected an address on ${new URL(vault).origin}, the vault server this token is for. Nothing was sent.`,
      );
    }
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(traceHeaders(trace))) headers.set(name, value);
    headers.set('authorization', `Bearer ${(await currentToken()).value}`);
    return powers.vaultFetch(url, { ...init, headers });
  };
}

async function obtainToken(
  powers: ExchangePowers,
  grant: Opening,
  resource: string,
  use: GrantUse,
): Promise<Token> {
  const { trace } = use;
  const { authority, vaultFetch, now } = powers;
  const challenged = await vaultFetch(resource, { headers: traceHeaders(trace) });
  const challenge = parseUmaChallenge(challenged.headers.get('www-authenticate'));
  if (challenged.status >= 500) throw vaultError('peer_unreachable', resource, challenged.status);
  if (!challenge) throw vaultError('invalid_response', resource, challenged.status);
  // A vault server may not send our grant and login elsewhere.
  if (originOf(challenge.asUri) !== new URL(authority.url).origin) {
    throw new AgencyError(
      'address_not_allowed',
      `Expected the vault server ${new URL(resource).origin} to name the configured authority, it names another. Nothing was sent there.`,
    );
  }
  const startedAt = now().getTime();
  const response = await postTicket(authority, challenge.ticket, grant, use);
  if (!response.ok) {
    const error = oauthErrorSchema.safeParse(await jsonOf(response)).data;
    throw await tokenError(powers, grant, response.status, error, trace);
  }
  const body: TokenResponse | undefined = tokenResponseSchema.safeParse(
    await jsonOf(response),
  ).data;
  if (body?.token_type.toLowerCase() !== 'bearer') {
    throw new AgencyError('invalid_response', 'Expected a Bearer token from the authority.');
  }
  const usableUntil = startedAt + (body.expires_in - TOKEN_MARGIN_SECONDS) * 1000;
  return { value: body.access_token, usableUntil };
}

async function postTicket(
  authority: AuthorityConnection,
  ticket: string,
  grant: Opening,
  { trace, purpose }: GrantUse,
): Promise<Response> {
  const { token_endpoint: tokenEndpoint } = await authority.metadata(trace);
  const presentation = {
    '@context': [CREDENTIALS_V1],
    type: ['VerifiablePresentation'],
    verifiableCredential: [grant],
  };
  return authority.fetch(tokenEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...traceHeaders(trace),
    },
    body: new URLSearchParams({
      grant_type: UMA_TICKET_GRANT_TYPE,
      ticket,
      claim_token_format: VP_CLAIM_TOKEN_FORMAT,
      claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64'),
      ...(purpose !== undefined && { purpose }),
    }).toString(),
  });
}

async function tokenError(
  powers: ExchangePowers,
  grant: Opening,
  status: number,
  error: { error: string; error_description?: string } | undefined,
  trace: Trace | undefined,
): Promise<AgencyError> {
  if (status === 401 || error?.error === 'invalid_client') {
    return new AgencyError(
      'login_refused',
      'The authority does not accept the login of this agency for an exchange. Check WebID and client credentials.',
    );
  }
  if (
    ['invalid_grant', 'request_denied', 'access_denied', 'need_info'].includes(error?.error ?? '')
  ) {
    const { reason, detail } = await explainRefusal(powers, grant, error, trace);
    return new GrantRefusedError(reason, detail);
  }
  const code = status >= 500 || status === 429 ? 'peer_unreachable' : 'invalid_response';
  return new AgencyError(
    code,
    `Expected a token from the authority, got status ${status}${error ? ` (${error.error})` : ''}.`,
  );
}

function vaultError(
  code: 'peer_unreachable' | 'invalid_response',
  resource: string,
  status: number,
): AgencyError {
  return new AgencyError(
    code,
    `Expected a UMA challenge with a ticket from the vault server ${new URL(resource).origin}, got status ${status} without one.`,
  );
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
