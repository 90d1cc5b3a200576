import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectStatus } from '../../run/expect.ts';
import { type Ask, grantBody, requestBody } from '../../wire/credential-bodies.ts';
import { issue } from '../../wire/issue.ts';
import { acl, CREDENTIALS_V1, INRUPT_V2, sections } from '../../wire/terms.ts';

const DAY = 24 * 60 * 60 * 1_000;

interface BadBody {
  readonly id: string;
  readonly what: string;
  /** What differs from a good one. */
  readonly ask: Omit<Ask, 'resources'> & { readonly resources?: readonly string[] };
}

const bad: readonly BadBody[] = [
  {
    id: 'unknown-term',
    what: 'a short term no context defines',
    ask: { consent: { forEver: true } },
  },
  {
    id: 'unknown-context',
    what: 'a context the server does not know',
    ask: { credential: { '@context': [CREDENTIALS_V1, INRUPT_V2, 'https://stranger.example/v1'] } },
  },
  {
    id: 'redefined-context',
    what: 'a context object that gives known terms another meaning',
    ask: {
      credential: {
        '@context': [CREDENTIALS_V1, INRUPT_V2, { forPersonalData: 'https://stranger.example/x' }],
      },
    },
  },
  { id: 'no-mode', what: 'no mode', ask: { modes: [] } },
  { id: 'control', what: 'control as mode', ask: { modes: [acl.Control] } },
  { id: 'unknown-mode', what: 'an unknown mode', ask: { modes: ['https://example.org/Look'] } },
  { id: 'no-resource', what: 'no resource', ask: { resources: [] } },
  {
    id: 'resource-not-http',
    what: 'a resource that is not on the web',
    ask: { resources: ['urn:uuid:0e1d7b4e-8c3f-4a6e-9a43-2f5d6f1f3f10'] },
  },
  { id: 'relative-resource', what: 'a relative resource', ask: { resources: ['facts/income'] } },
  {
    id: 'resource-elsewhere',
    what: 'a resource on a server the authority does not serve',
    ask: { resources: ['https://stranger.example/anna/income'] },
  },
  {
    id: 'wrong-status',
    what: 'a consent status that does not belong to the type',
    ask: { consent: { hasStatus: 'https://w3id.org/GConsent#ConsentStatusGivenByDelegation' } },
  },
  {
    id: 'two-types',
    what: 'two access types at once',
    ask: {
      credential: { type: ['VerifiableCredential', 'SolidAccessRequest', 'SolidAccessGrant'] },
    },
  },
  {
    id: 'inherit-text',
    what: 'inherit that is neither true nor false',
    ask: { consent: { inherit: 'maybe' } },
  },
  { id: 'end-in-past', what: 'an end in the past', ask: { expiresAt: new Date(Date.now() - DAY) } },
  {
    id: 'bad-date',
    what: 'an end that is no date',
    ask: { credential: { expirationDate: 'soon' } },
  },
  {
    id: 'begin-far-ahead',
    what: 'a begin years ahead',
    ask: { credential: { issuanceDate: '2199-01-01T00:00:00.000Z' } },
  },
];

async function body(context: CaseContext, { ask }: BadBody, kind: 'request' | 'grant') {
  const full = { resources: [await context.scratch.file()], ...ask };
  return kind === 'request'
    ? requestBody(context.citizen.webId, full)
    : grantBody(context.agency.webId, full);
}

/** What the authority should not sign. */
export const badBodyCases: readonly ConformanceCase[] = bad.map(
  (one): ConformanceCase => ({
    id: `issue-bad-${one.id}`,
    checklist: 5,
    level: 'MUST',
    title: `${one.what} is answered 400, in a request and in a grant`,
    see: sections.vcModel,
    async run(context) {
      const request = await body(context, one, 'request');
      await expectStatus(await issue(context, context.agency, request), 400);
      if (one.id === 'two-types') return;
      const grant = await body(context, one, 'grant');
      await expectStatus(await issue(context, context.citizen, grant), 400);
    },
  }),
);
