import { LDP_CONTAINS, PIM_STORAGE } from '@grondslag/vocab';
import type { PlayedWorld } from './play-agency.ts';

/** A vault server that guards facts with UMA, and an authority that gives it tokens. */
export interface PlayedVault {
  /** Path → fact, below the vault server. */
  readonly facts: Map<string, string>;
  /** Tokens that are accepted. */
  readonly tokens: Set<string>;
  /** The authority that the challenge names. */
  asUri: string;
  /** Lifetime of the tokens to come. */
  expiresInSeconds: number;
  /** What the authority's token endpoint was sent, newest last. */
  readonly exchanges: URLSearchParams[];
}

/** Makes the servers of a world play UMA: ticket, exchange, token. */
export function playUma(world: PlayedWorld): PlayedVault {
  const uma: PlayedVault = {
    facts: new Map(),
    tokens: new Set(),
    asUri: world.authority.url,
    expiresInSeconds: 60,
    exchanges: [],
  };
  world.vault.answer = ({ path, headers }) => {
    if (path === '/anna/profile/card') {
      return {
        headers: { 'content-type': 'text/turtle' },
        body: `<#me> <${PIM_STORAGE}> </anna/>.`,
      };
    }
    const token = headers.authorization?.replace('Bearer ', '');
    if (token === undefined || !uma.tokens.has(token)) {
      const challenge = `UMA as_uri="${uma.asUri}", ticket="ticket-for-${path}"`;
      return { status: 401, headers: { 'www-authenticate': [challenge, 'Bearer scope="openid"'] } };
    }
    if (path.endsWith('/')) {
      const members = [...uma.facts.keys()].filter((member) => member.startsWith(path));
      const listed = members.map((member) => `<${path}> <${LDP_CONTAINS}> <${member}>.`);
      return { headers: { 'content-type': 'text/turtle' }, body: listed.join('\n') };
    }
    const fact = uma.facts.get(path);
    if (fact === undefined) return { status: 404 };
    return { headers: { 'content-type': 'application/ld+json' }, body: fact };
  };
  world.authority.token = ({ body }) => {
    uma.exchanges.push(new URLSearchParams(body));
    const token = `token-${uma.exchanges.length}`;
    uma.tokens.add(token);
    return {
      body: { access_token: token, token_type: 'Bearer', expires_in: uma.expiresInSeconds },
    };
  };
  return uma;
}
