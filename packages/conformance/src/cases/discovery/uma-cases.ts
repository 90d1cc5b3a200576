import { getAccessApiEndpoint } from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { umaConfigurationOf } from '../../run/find-authority.ts';
import { sections, UMA_TICKET, VP_FORMAT } from '../../wire/terms.ts';

const shared = { checklist: 2, level: 'MUST', see: sections.umaMetadata, at: 'authority' } as const;

async function metadata({ authority }: CaseContext): Promise<Record<string, unknown>> {
  return (await (await fetch(umaConfigurationOf(authority.token))).json()) as Record<
    string,
    unknown
  >;
}

/** The metadata of the UMA authorization server. */
export const umaCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'discovery-uma-at-root',
    title: 'uma2-configuration is JSON at the root of the origin',
    async run({ authority }) {
      const response = await fetch(umaConfigurationOf(authority.token));
      await expectStatus(response, 200);
      expectThat(
        response.headers.get('content-type')?.startsWith('application/json'),
        'application/json',
        response.headers.get('content-type'),
      );
    },
  },
  {
    ...shared,
    id: 'discovery-uma-endpoints',
    title: 'issuer, token_endpoint and jwks_uri are absolute URLs',
    async run(context) {
      const found = await metadata(context);
      for (const name of ['issuer', 'token_endpoint', 'jwks_uri', 'verifiable_credential_issuer']) {
        expectThat(URL.canParse(String(found[name])), `${name} to be a URL`, found[name]);
      }
    },
  },
  {
    ...shared,
    id: 'discovery-issuer-slash',
    title: 'verifiable_credential_issuer ends in a slash, so that names are found below it',
    level: 'SHOULD',
    see: sections.libraries,
    async run({ authority }) {
      expectThat(authority.issuer.endsWith('/'), 'a slash at the end', authority.issuer);
    },
  },
  {
    ...shared,
    id: 'discovery-uma-profiles',
    title: 'the grant type and the claim format of credentials are announced',
    see: sections.access,
    async run(context) {
      const found = await metadata(context);
      expectThat(
        [found['grant_types_supported']].flat().includes(UMA_TICKET),
        UMA_TICKET,
        found['grant_types_supported'],
      );
      expectThat(
        [found['uma_profiles_supported']].flat().includes(VP_FORMAT),
        VP_FORMAT,
        found['uma_profiles_supported'],
      );
    },
  },
  {
    ...shared,
    id: 'discovery-uma-cacheable',
    title: 'uma2-configuration may be cached: libraries fetch it at each exchange',
    level: 'SHOULD',
    see: sections.http,
    async run({ authority }) {
      const { headers } = await fetch(umaConfigurationOf(authority.token));
      const cache = headers.get('cache-control') ?? '';
      expectThat(/max-age=[1-9]/.test(cache), 'Cache-Control with max-age', cache);
    },
  },
  {
    ...shared,
    id: 'discovery-jwks',
    title: 'the key set has public keys only',
    see: 'RFC 7517',
    async run(context) {
      const url = String((await metadata(context))['jwks_uri']);
      const { keys } = (await (await fetch(url)).json()) as { keys: Record<string, unknown>[] };
      expectThat(keys.length > 0, 'a key', keys);
      expectThat(
        keys.every((key) => key['kty'] !== 'oct' && key['d'] === undefined),
        'public keys',
        keys.map((key) => Object.keys(key)),
      );
    },
  },
  {
    ...shared,
    at: 'vault',
    id: 'discovery-from-resource',
    title: 'the library finds the issuer from a resource: getAccessApiEndpoint',
    see: sections.libraries,
    async run({ scratch, authority }) {
      expectEqual('issuer', await getAccessApiEndpoint(await scratch.file()), authority.issuer);
    },
  },
];
