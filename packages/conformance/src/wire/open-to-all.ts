import type { CaseContext } from '../run/context.ts';
import { expectThat } from '../run/expect.ts';

/** Makes a resource readable by everyone, by the vault server's own rules. */
export async function openToAll(
  { citizen, accessControl }: CaseContext,
  resource: string,
): Promise<void> {
  const rules = await rulesOf(citizen.fetch, resource);
  const response = await citizen.fetch(rules, {
    method: 'PUT',
    headers: { 'content-type': 'text/turtle' },
    body: (accessControl === 'WAC' ? webAccessControl : accessControlPolicy)(
      resource,
      citizen.webId,
    ),
  });
  expectThat(response.ok, `PUT of ${rules} to succeed`, response.status);
}

/** URL of the access control of a resource: `Link` with `rel="acl"`. */
export async function rulesOf(fetch: typeof globalThis.fetch, resource: string): Promise<string> {
  const { headers } = await fetch(resource, { method: 'HEAD' });
  const url = /<([^>]+)>\s*;\s*rel="?acl"?/.exec(headers.get('link') ?? '')?.[1];
  expectThat(url !== undefined, 'Link with rel="acl"', headers.get('link'));
  return new URL(url, resource).href;
}

function webAccessControl(resource: string, owner: string): string {
  return `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
<#owner> a acl:Authorization; acl:agent <${owner}>; acl:accessTo <${resource}>; acl:mode acl:Read, acl:Write, acl:Control.
<#all> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <${resource}>; acl:mode acl:Read.`;
}

function accessControlPolicy(resource: string, owner: string): string {
  return `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix acp: <http://www.w3.org/ns/solid/acp#>.
<#root> a acp:AccessControlResource; acp:resource <${resource}>; acp:accessControl <#owner>, <#all>.
<#owner> a acp:AccessControl; acp:apply [ a acp:Policy; acp:allow acl:Read, acl:Write, acl:Control; acp:anyOf [ a acp:Matcher; acp:agent <${owner}> ] ].
<#all> a acp:AccessControl; acp:apply [ a acp:Policy; acp:allow acl:Read; acp:anyOf [ a acp:Matcher; acp:agent acp:PublicAgent ] ].`;
}
