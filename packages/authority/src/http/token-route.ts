import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import { type ExchangePowers, exchangeTicket } from '../tokens/exchange-ticket.ts';
import { readTokenRequest } from '../tokens/read-token-request.ts';
import { identifyCaller } from './identify-caller.ts';
import { jsonResponse } from './json-response.ts';
import type { Log } from './log.ts';
import { oauthErrorResponse } from './oauth-error-response.ts';
import { toAuthorityError } from './problem-response.ts';
import { readTextBody } from './read-body.ts';
import type { RequestVariables } from './request-id.ts';

/** A credential of the largest size, as escaped base64. */
const MAX_TOKEN_BODY_BYTES = 524_288;

/** The UMA token endpoint. A refusal is logged with the id of its ticket. */
export function tokenRoute(
  powers: ExchangePowers & { readonly authenticate: Authenticate; readonly log: Log },
): Hono<RequestVariables> {
  return new Hono<RequestVariables>().post(`/${authorityPaths.token}`, async (c) => {
    let ticket: string | undefined;
    const reference = c.get('requestId');
    const refuse = (error: AuthorityError, members?: object) => {
      const { code } = error;
      powers.log({
        level: 'info',
        event: 'token_refused',
        code,
        reference,
        ...(ticket !== undefined && { ticket }),
      });
      return oauthErrorResponse(error, reference, members);
    };
    try {
      const caller = await identifyCaller(c.req, powers);
      const request = readTokenRequest(await readTextBody(c.req, MAX_TOKEN_BODY_BYTES));
      const answer = await exchangeTicket(request, caller, powers, ({ jti }) => {
        ticket = jti;
      });
      return 'access_token' in answer
        ? jsonResponse(answer)
        : refuse(
            new AuthorityError(
              'claim_missing',
              'Send the access grant as claim_token, base64 of a presentation with it, and this new ticket.',
            ),
            answer,
          );
    } catch (cause) {
      return refuse(toAuthorityError(cause, powers.log, reference));
    }
  });
}
