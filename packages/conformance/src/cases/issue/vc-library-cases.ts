import { issueVerifiableCredential } from '@inrupt/solid-client-vc';
import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectThat } from '../../run/expect.ts';
import { acl, gc, INRUPT_V2, sections } from '../../wire/terms.ts';

const shared = { checklist: 3, level: 'MUST', see: sections.vcLibrary } as const;

const kinds = [
  ['request', 'SolidAccessRequest'],
  ['grant', 'SolidAccessGrant'],
  ['denial', 'SolidAccessDenial'],
] as const;

function claims(type: (typeof kinds)[number][1], { citizen, agency }: CaseContext, file: string) {
  const extent = { mode: [acl.Read], forPersonalData: [file] };
  return type === 'SolidAccessRequest'
    ? {
        '@context': [INRUPT_V2],
        hasConsent: {
          ...extent,
          hasStatus: gc.Requested,
          isConsentForDataSubject: citizen.webId,
        },
      }
    : {
        '@context': [INRUPT_V2],
        providedConsent: {
          ...extent,
          hasStatus: type === 'SolidAccessGrant' ? gc.ExplicitlyGiven : gc.Denied,
          isProvidedTo: agency.webId,
        },
      };
}

/** `@inrupt/solid-client-vc` 2.0.1 called directly: stricter than the one the access-grant library brings. */
export const issueVcLibraryCases: readonly ConformanceCase[] = kinds.flatMap(([name, type]) =>
  [true, false].map((returnLegacyJsonld): ConformanceCase => {
    const mode = returnLegacyJsonld ? 'json' : 'rdf';
    return {
      ...shared,
      id: `issue-vc2-${name}-${mode}`,
      title: `solid-client-vc 2.0.1 accepts an issued ${name} (${mode})`,
      async run(context) {
        const who = name === 'request' ? context.agency : context.citizen;
        const credential = await issueVerifiableCredential(
          context.authority.issue,
          claims(type, context, await context.scratch.file()),
          { '@context': [INRUPT_V2], type: [type] },
          { fetch: who.fetch, returnLegacyJsonld },
        );
        expectThat(URL.canParse(credential.id), 'an id', credential.id);
      },
    };
  }),
);
