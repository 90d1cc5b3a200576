import type { ParsedAuthorityConfig } from '../config.ts';

/** A setting that works, and should not stay as it is where people's data are. */
export interface Placeholder {
  /** Which setting; never its value. */
  readonly setting: string;
  readonly advice: string;
}

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
/** RFC 2606 §2 and §3, RFC 6761. */
const RESERVED = /(?:^|\.)(?:example(?:\.com|\.net|\.org)?|test|invalid)$/;
const EXAMPLE_SECRET = /change|example|secret|password|placeholder|todo|xxxx/i;
/** 32 random bytes have more different characters than this, also as hexadecimal. */
const MIN_DIFFERENT_CHARACTERS = 10;

/** What an operator left as it was in an example, or should have chosen. */
export function listPlaceholders(config: ParsedAuthorityConfig): Placeholder[] {
  const { baseUrl, vaults, oidcIssuers, webIds, unguardedOrigins, participants } = config;
  const urls = {
    baseUrl: [baseUrl],
    vaults: vaults.map((vault) => vault.baseUrl),
    oidcIssuers,
    webIds,
    unguardedOrigins,
    participants: [
      ...participants.agencies.map(({ webId }) => webId),
      ...participants.sources.flatMap(({ webId }) => webId ?? []),
    ],
  };
  const found: Placeholder[] = [];
  for (const [setting, values] of Object.entries(urls)) {
    if (values.some((url) => RESERVED.test(new URL(url).hostname))) {
      found.push({ setting, advice: 'replace the host of an example by a real one' });
    }
    if (values.some(isPlainHttp)) {
      found.push({ setting, advice: 'use https for everything that is not on this machine' });
    }
  }
  if (config.databaseUrl !== undefined) found.push(...ofDatabase(new URL(config.databaseUrl)));
  if (vaults.some(({ secret }) => isExampleSecret(secret))) {
    found.push({ setting: 'vaults', advice: 'make each secret from 32 random bytes' });
  }
  if (new Set(vaults.map(({ secret }) => secret)).size < vaults.length) {
    found.push({ setting: 'vaults', advice: 'give each vault server a secret of its own' });
  }
  if (participants.agencies.length === 0 && participants.sources.length === 0) {
    found.push({
      setting: 'participants',
      advice: 'list the agencies and sources people may know',
    });
  }
  return found;
}

function ofDatabase({ hostname, password, searchParams }: URL): Placeholder[] {
  const setting = 'databaseUrl';
  const found: Placeholder[] = [];
  if (RESERVED.test(hostname)) {
    found.push({ setting, advice: 'replace the host of an example by a real one' });
  }
  if (EXAMPLE_SECRET.test(password)) {
    found.push({ setting, advice: 'replace the password of an example by a real one' });
  }
  // Without a host it is a socket on this machine.
  if (
    hostname !== '' &&
    !LOOPBACK.test(hostname) &&
    !/^verify-/.test(searchParams.get('sslmode') ?? '')
  ) {
    found.push({ setting, advice: 'use sslmode=verify-full for a database on another machine' });
  }
  return found;
}

function isPlainHttp(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !LOOPBACK.test(hostname);
}

function isExampleSecret(secret: string): boolean {
  return EXAMPLE_SECRET.test(secret) || new Set(secret).size < MIN_DIFFERENT_CHARACTERS;
}
