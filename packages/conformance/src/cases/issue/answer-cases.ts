import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { consentOf, listOf, readCredential } from '../../wire/credential.ts';
import { requestBody } from '../../wire/credential-bodies.ts';
import { askAccess, denyAccess, giveAccess, issue } from '../../wire/issue.ts';
import { CREDENTIALS_V1, INRUPT_V1, knownContexts, sections } from '../../wire/terms.ts';

const shared = { checklist: 3, level: 'MUST', see: sections.vcApi } as const;
const makers = [
  ['request', askAccess],
  ['grant', giveAccess],
  ['denial', denyAccess],
] as const;

/** What comes back from issuing, beyond what one library checks. */
export const issueAnswerCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'issue-created',
    title: 'issuing is answered 201 with a bare credential and its Location',
    level: 'SHOULD',
    async run(context) {
      const { agency, citizen, scratch } = context;
      const body = requestBody(citizen.webId, { resources: [await scratch.file()] });
      const response = await issue(context, agency, body);
      await expectStatus(response, 201);
      const { id } = await readCredential(response);
      expectEqual('Location', response.headers.get('location'), id);
    },
  },
  {
    ...shared,
    id: 'issue-content-length',
    title: 'the answer has a Content-Length: solid-client-vc 2 refuses one without',
    see: sections.vcLibrary,
    async run(context) {
      const { agency, citizen, scratch } = context;
      const body = requestBody(citizen.webId, { resources: [await scratch.file()] });
      const { headers } = await issue(context, agency, body);
      expectThat(headers.has('content-length'), 'Content-Length', [...headers.keys()]);
    },
  },
  ...makers.map(
    ([name, make]): ConformanceCase => ({
      ...shared,
      id: `issue-shape-${name}`,
      title: `a ${name} has known contexts only, one proof, its issuer and its subject as plain texts`,
      see: sections.libraries,
      async run(context) {
        const who = name === 'request' ? context.agency : context.citizen;
        const credential = await make(context, { resources: [await context.scratch.file()] });
        const named = credential['@context'].filter((one) => typeof one === 'string');
        expectEqual('first context', named[0], CREDENTIALS_V1);
        expectEqual(
          'contexts a client does not know',
          named.filter((one) => !knownContexts.includes(one)),
          [],
        );
        expectEqual('issuer', credential.issuer, context.authority.issuer);
        expectEqual('subject', credential.credentialSubject.id, who.webId);
        expectThat(!Array.isArray(credential.proof), 'one proof', credential.proof);
        for (const member of [
          'type',
          'created',
          'proofPurpose',
          'proofValue',
          'verificationMethod',
        ]) {
          expectThat(
            typeof credential.proof[member] === 'string',
            `proof.${member}`,
            credential.proof,
          );
        }
        const { forPersonalData, mode } = consentOf(credential);
        expectThat(
          listOf(forPersonalData).length === 1 && listOf(mode).length === 1,
          'one of each',
          {
            forPersonalData,
            mode,
          },
        );
      },
    }),
  ),
  {
    ...shared,
    id: 'issue-context-v1',
    title: 'the older consent context is accepted',
    see: sections.access,
    async run(context) {
      await askAccess(context, {
        resources: [await context.scratch.file()],
        credential: { '@context': [CREDENTIALS_V1, INRUPT_V1] },
      });
    },
  },
  {
    ...shared,
    id: 'issue-own-subject',
    title: 'a grant may name its own subject',
    see: sections.access,
    async run(context) {
      await giveAccess(context, {
        resources: [await context.scratch.file()],
        subject: { id: context.citizen.webId },
      });
    },
  },
  {
    ...shared,
    id: 'issue-retried',
    title:
      'a URL object as address works: the login library repeats such a request after a refusal',
    see: sections.solidOidc,
    async run({ authority, citizen, agency, scratch }) {
      const body = requestBody(citizen.webId, { resources: [await scratch.file()] });
      const response = await agency.fetch(new URL(authority.issue), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      await expectStatus(response, 201, 200);
    },
  },
];
