import {
  addHeader,
  HTTP,
  type HttpResponse,
  LDP,
  MetadataWriter,
  type MetadataWriterInput,
  RDF,
} from '@solid/community-server';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { createPermissionTicket } from './create-permission-ticket.ts';
import { requestedPermissions } from './requested-permissions.ts';

/**
 * Tells an unauthenticated client where access can be got (UMA 2.0 Grant §3.2.1).
 *
 * UMA comes before the server's own challenge: the access-grant libraries look only at the first, and
 * read only quoted parameters. A ticket is good for one token of one client, so no answer with one is shared by a cache.
 */
export class UmaTicketMetadataWriter extends MetadataWriter {
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  readonly #challenge: string;

  /** @param challenge - The server's own challenge, sent second. */
  constructor(settings: GrondslagSettings, baseUrl: string, challenge: string) {
    super();
    this.#settings = settings;
    this.#baseUrl = baseUrl;
    this.#challenge = challenge;
  }

  override async handle({ response, metadata }: MetadataWriterInput): Promise<void> {
    const status = metadata.get(HTTP.terms.statusCodeNumber)?.value;
    if (status === '401') {
      const permissions = requestedPermissions(metadata);
      // No permissions: a refusal of, say, the account API, which no grant can open.
      const uma = permissions.length === 0 ? [] : [await this.#umaChallenge(permissions)];
      addHeader(response, 'WWW-Authenticate', [...uma, this.#challenge]);
      if (uma.length > 0) response.setHeader('Cache-Control', 'no-store');
    } else if (
      this.#settings.challengePublic &&
      (status === undefined || status === '304') &&
      isAnonymousRead(response) &&
      metadata.has(RDF.terms.type, LDP.terms.Resource)
    ) {
      // RFC 9110 §11.6.1 allows it on any response: the way for clients to write to what everyone may read.
      const resource = metadata.identifier.value;
      const uma = await this.#umaChallenge([{ resource, modes: ['read'] }]);
      addHeader(response, 'WWW-Authenticate', uma);
      // May be kept by the client itself, which asks again each time; 304 then replaces the used ticket (RFC 9111 §3.2).
      response.setHeader('Cache-Control', 'private, no-cache');
    }
  }

  async #umaChallenge(permissions: ReturnType<typeof requestedPermissions>): Promise<string> {
    const [first] = permissions;
    const { url: authority, secret } = this.#settings.authorityFor(first?.resource ?? '');
    const baseUrl = this.#baseUrl;
    const ticket = await createPermissionTicket(permissions, { authority, baseUrl, secret });
    return `UMA as_uri="${authority}", ticket="${ticket}"`;
  }
}

function isAnonymousRead({ req }: HttpResponse): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && req.headers.authorization === undefined;
}
