import { HttpError, RepresentationMetadata } from '@solid/community-server';

/** Predicate of error metadata that `config/grondslag.json` writes as the header `Retry-After`. */
const retryAfter = 'urn:grondslag:http:retryAfter';
const RETRY_AFTER_SECONDS = 2;

/**
 * 503: nobody can say now whether a grant still holds, so it opens nothing (RFC 9110 §15.6.4).
 *
 * Not 401: the token may be fine, and a new one would not help.
 */
export class AuthoritySilentError extends HttpError<503> {
  constructor(maxSilenceSeconds: number) {
    super(
      503,
      'ServiceUnavailableHttpError',
      `authority_silent: the authority that issued this grant has not answered for ${maxSilenceSeconds} s, so it cannot be known whether the grant still holds. Try again later, with the same token.`,
      {
        errorCode: 'authority_silent',
        metadata: new RepresentationMetadata({ [retryAfter]: String(RETRY_AFTER_SECONDS) }),
      },
    );
  }
}
