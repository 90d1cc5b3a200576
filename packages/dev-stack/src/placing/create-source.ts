import {
  type AccessGrant,
  accessGrantSchema,
  authorityPaths,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { CREDENTIALS_V1 } from '@grondslag/vocab';
import * as z from 'zod';
import type { Addresses } from '../addresses.ts';
import { logIn } from '../seed/log-in.ts';
import type { Account } from '../stack-state.ts';

/** Before its end at which a token is no longer used. */
const TOKEN_MARGIN_MS = 10_000;

/** A source that places facts in the vaults of citizens who let it. */
export interface Source {
  readonly webId: string;
  /**
   * Places `fact`, JSON-LD, under what this citizen lets the source do.
   *
   * @throws when there is no such grant, or it does not reach that far
   */
  place(citizen: string, address: string, fact: string): Promise<void>;
  /** To the authority, as this source; path relative to its base URL, or a whole URL. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  logOut(): Promise<void>;
}

interface Token {
  readonly value: string;
  readonly usableUntilMs: number;
}

/** Logs a source in with client credentials. */
export async function createSource(
  { vault, authority }: Addresses,
  account: Account,
): Promise<Source> {
  const session = await logIn(vault, account);
  const tokens = new Map<string, Promise<Token>>();

  async function findGrant(citizen: string): Promise<AccessGrant> {
    const url = new URL(authorityPaths.query, authority);
    const wanted = { type: 'SolidAccessGrant', status: 'Active', fromAgent: citizen };
    url.search = new URLSearchParams({ ...wanted, toAgent: account.webId }).toString();
    const answer: unknown = await (await session.fetch(url.href)).json();
    const [grant] = z.object({ items: z.array(accessGrantSchema) }).parse(answer).items;
    if (!grant) throw new Error(`${account.name} may place nothing in this vault.`);
    return grant;
  }

  /** A ticket of the vault server and the grant for a token (UMA 2.0 Grant §3.3). */
  async function obtainToken(citizen: string): Promise<Token> {
    const grant = await findGrant(citizen);
    const [container = ''] = grant.credentialSubject.providedConsent.forPersonalData;
    const challenge = await fetch(container);
    await challenge.body?.cancel();
    const [, ticket] =
      /ticket="([^"]+)"/.exec(challenge.headers.get('www-authenticate') ?? '') ?? [];
    if (!ticket)
      throw new Error(`Expected a ticket from the vault server, got ${challenge.status}.`);
    const presentation = {
      '@context': [CREDENTIALS_V1],
      type: ['VerifiablePresentation'],
      verifiableCredential: [grant],
    };
    const askedAtMs = Date.now();
    const response = await session.fetch(new URL(authorityPaths.token, authority).href, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: UMA_TICKET_GRANT_TYPE,
        ticket,
        claim_token_format: VP_CLAIM_TOKEN_FORMAT,
        claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64'),
      }).toString(),
    });
    const { access_token: value, expires_in } = tokenResponseSchema.parse(await response.json());
    return { value, usableUntilMs: askedAtMs + expires_in * 1_000 - TOKEN_MARGIN_MS };
  }

  async function currentToken(citizen: string): Promise<Token> {
    const known = await tokens.get(citizen);
    if (known && Date.now() < known.usableUntilMs) return known;
    const asked = obtainToken(citizen);
    tokens.set(citizen, asked);
    asked.catch(() => tokens.delete(citizen));
    return asked;
  }

  return {
    webId: account.webId,
    async place(citizen, address, fact) {
      const { value } = await currentToken(citizen);
      const response = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/ld+json', authorization: `Bearer ${value}` },
        body: fact,
      });
      if (response.ok) return;
      throw new Error(`A fact could not be placed: ${response.status} ${await response.text()}`);
    },
    ask: (path, init) => session.fetch(new URL(path, authority).href, init),
    logOut: () => session.logout(),
  };
}
