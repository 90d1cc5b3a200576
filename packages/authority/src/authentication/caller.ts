/** Who is calling, as a verified Solid-OIDC token says. */
export interface Caller {
  readonly webId: string;
  /** `client_id` of the token; with some identity providers it is not a URL. */
  readonly clientId?: string;
}

/** The parts of an HTTP request that a Solid-OIDC token and its DPoP proof speak about. */
export interface SignedRequest {
  readonly method: string;
  /** Absolute URL as the caller knows it, without query (RFC 9449 §4.2, `htu`). */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly dpop: string | undefined;
}

/**
 * Verifies who is calling.
 *
 * @throws {AuthorityError} `token_missing`, `token_invalid`, `issuer_not_trusted`, `webid_not_allowed`, or
 * `identity_unreachable` when the identity provider or the WebID document does not answer
 */
export type Authenticate = (request: SignedRequest) => Promise<Caller>;
