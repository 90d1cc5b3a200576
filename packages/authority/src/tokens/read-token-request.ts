import { UMA_TICKET_GRANT_TYPE, VP_CLAIM_TOKEN_FORMAT } from '@grondslag/protocol';
import * as z from 'zod';
import { AuthorityError } from '../errors.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../http/json-depth.ts';
import { jsonObjectSchema } from '../http/json-object.ts';

const presentationSchema = z.object({
  verifiableCredential: z.union([
    z.tuple([jsonObjectSchema]).transform(([only]) => only),
    jsonObjectSchema,
  ]),
});

/** What an agency sends to `POST token`. */
export interface TokenRequest {
  readonly ticket: string;
  /** The one credential of the presentation, unverified; absent when no claim was sent. */
  readonly credential?: unknown;
  /** What the data will be used for; absent: what was allowed. */
  readonly purpose?: string;
}

/**
 * Reads the form of a token request (UMA 2.0 Grant §3.3.1).
 *
 * @throws {AuthorityError} `grant_type_unsupported`, `ticket_missing`, `claim_format_unsupported`, `claim_unreadable`
 */
export function readTokenRequest(body: string): TokenRequest {
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== UMA_TICKET_GRANT_TYPE) {
    throw new AuthorityError(
      'grant_type_unsupported',
      `grant_type should be ${UMA_TICKET_GRANT_TYPE}.`,
    );
  }
  const ticket = form.get('ticket');
  if (!ticket) {
    throw new AuthorityError('ticket_missing', 'Send the ticket of the UMA challenge as ticket.');
  }
  const claimToken = form.get('claim_token');
  if (!claimToken) return { ticket };
  if (form.get('claim_token_format') !== VP_CLAIM_TOKEN_FORMAT) {
    throw new AuthorityError(
      'claim_format_unsupported',
      `claim_token_format should be ${VP_CLAIM_TOKEN_FORMAT}.`,
    );
  }
  const purpose = form.get('purpose');
  return { ticket, credential: readPresentation(claimToken), ...(purpose && { purpose }) };
}

function readPresentation(claimToken: string): unknown {
  try {
    // Takes base64 and base64url; a plus sign that nobody escaped has become a space.
    const json = Buffer.from(claimToken.replaceAll(' ', '+'), 'base64').toString('utf8');
    const presentation: unknown = JSON.parse(json);
    if (isDeeperThan(presentation, MAX_JSON_DEPTH)) throw new RangeError('nested too deep');
    return presentationSchema.parse(presentation).verifiableCredential;
  } catch {
    // Without the cause: it quotes what was sent.
    throw new AuthorityError(
      'claim_unreadable',
      'claim_token should be base64 of a JSON presentation with exactly one credential.',
    );
  }
}
