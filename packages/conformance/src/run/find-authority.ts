import * as z from 'zod';

/** Endpoints of the authority under test, as it announces them. */
export interface Authority {
  /** `verifiable_credential_issuer`; ends in a slash, usually. */
  readonly issuer: string;
  readonly token: string;
  readonly issue: string;
  readonly status: string;
  readonly derive: string;
  readonly verify: string;
  readonly query: string;
}

const umaSchema = z.object({
  token_endpoint: z.url(),
  verifiable_credential_issuer: z.url(),
});
const servicesSchema = z.object({
  verifierService: z.url().exactOptional(),
  queryService: z.url().exactOptional(),
});

/** Where to find the metadata of UMA; the libraries look at the root of the origin, whatever the base URL is. */
export function umaConfigurationOf(authority: string): string {
  return new URL('/.well-known/uma2-configuration', authority).href;
}

/** Where to find the services for credentials. */
export function vcConfigurationOf(issuer: string): string {
  return new URL('.well-known/vc-configuration', issuer).href;
}

/**
 * Finds the endpoints as the libraries do: `issue`, `status` and `derive` have fixed names below the issuer.
 *
 * @throws {Error} when the authority publishes no UMA metadata: then nothing can be tried
 */
export async function findAuthority(authority: string): Promise<Authority> {
  const uma = umaSchema.safeParse(await json(umaConfigurationOf(authority))).data;
  if (!uma) {
    throw new Error(
      `${umaConfigurationOf(authority)} should be JSON with token_endpoint and verifiable_credential_issuer; is --authority right?`,
    );
  }
  const issuer = uma.verifiable_credential_issuer;
  const services = servicesSchema.safeParse(await json(vcConfigurationOf(issuer))).data;
  const at = (name: string) => new URL(name, issuer).href;
  return {
    issuer,
    token: uma.token_endpoint,
    issue: at('issue'),
    status: at('status'),
    derive: at('derive'),
    verify: services?.verifierService ?? at('verify'),
    query: services?.queryService ?? at('query'),
  };
}

async function json(url: string): Promise<unknown> {
  try {
    return await (await fetch(url)).json();
  } catch {
    return undefined;
  }
}
