import { getVerifiableCredentialApiConfiguration } from '@inrupt/solid-client-vc';
import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { vcConfigurationOf } from '../../run/find-authority.ts';
import { INRUPT_V1, INRUPT_V2, sections } from '../../wire/terms.ts';

const shared = { checklist: 2, level: 'MUST', see: sections.libraries, at: 'authority' } as const;
const services = ['issuer', 'status', 'derivation', 'query', 'verifier'] as const;

/** The services for credentials, as two different readers of the libraries see them. */
export const vcCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'discovery-vc-type',
    title: 'vc-configuration is application/ld+json: as application/json its services are not read',
    async run({ authority }) {
      const response = await fetch(vcConfigurationOf(authority.issuer), {
        headers: { accept: 'application/ld+json' },
      });
      await expectStatus(response, 200);
      const type = response.headers.get('content-type');
      expectThat(
        /^(application\/ld\+json|text\/turtle)/.test(type ?? ''),
        'application/ld+json',
        type,
      );
    },
  },
  {
    ...shared,
    id: 'discovery-vc-at-root',
    title: 'vc-configuration is also at the root of the origin',
    run: async ({ authority }) =>
      expectStatus(await fetch(new URL('/.well-known/vc-configuration', authority.issuer)), 200),
  },
  {
    ...shared,
    id: 'discovery-vc-negotiation',
    title: '@context is a list that does not put v1 of the consent context before v2',
    async run({ authority }) {
      const found = (await (await fetch(vcConfigurationOf(authority.issuer))).json()) as Record<
        string,
        unknown
      >;
      const contexts = found['@context'];
      expectThat(Array.isArray(contexts), '@context as a list', contexts);
      const known = contexts.filter((one) => one === INRUPT_V1 || one === INRUPT_V2);
      expectThat(known[0] !== INRUPT_V1, `${INRUPT_V2} first, or neither`, contexts);
    },
  },
  {
    ...shared,
    id: 'discovery-vc-services',
    title: 'solid-client-vc finds issuer, status, derivation, query and verifier services',
    see: sections.vcLibrary,
    async run({ authority }) {
      const { legacy } = await getVerifiableCredentialApiConfiguration(authority.issuer);
      const missing = services.filter((name) => legacy[`${name}Service`] === undefined);
      expectEqual('services that are missing', missing, []);
    },
  },
  {
    ...shared,
    id: 'discovery-vc-inline',
    title: 'the context is inline: a client reads the services without asking a third party',
    level: 'SHOULD',
    async run({ authority }) {
      const response = await fetch(vcConfigurationOf(authority.issuer), {
        headers: { accept: 'application/ld+json' },
      });
      const { '@context': context } = (await response.json()) as Record<string, unknown>;
      const remote = [context].flat().filter((one) => typeof one === 'string');
      expectEqual('contexts by name', remote, []);
    },
  },
  {
    ...shared,
    id: 'discovery-fixed-names',
    title:
      'the announced services are issue, status and derive below the issuer, as libraries assume',
    async run({ authority }) {
      const { legacy } = await getVerifiableCredentialApiConfiguration(authority.issuer);
      expectEqual('issuerService', legacy.issuerService, authority.issue);
      expectEqual('statusService', legacy.statusService, authority.status);
      expectEqual('derivationService', legacy.derivationService, authority.derive);
    },
  },
];
