import { issueAccessRequest } from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat, expectThrows } from '../../run/expect.ts';
import { grantBody, requestBody } from '../../wire/credential-bodies.ts';
import { issue } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 4, level: 'MUST', see: sections.access } as const;

/** Who may not issue what, and how that is said. */
export const issueRefusalCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'issue-anonymous',
    title: 'issuing without login is answered 401',
    async run(context) {
      const body = requestBody(context.citizen.webId, {
        resources: [await context.scratch.file()],
      });
      await expectStatus(await issue(context, { fetch }, body), 401);
    },
  },
  {
    ...shared,
    id: 'issue-bad-login',
    title: 'issuing with a token that is none is answered 401',
    async run(context) {
      const body = requestBody(context.citizen.webId, {
        resources: [await context.scratch.file()],
      });
      const badly: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...init?.headers, authorization: 'Bearer nonsense' } });
      await expectStatus(await issue(context, { fetch: badly }, body), 401);
    },
  },
  {
    ...shared,
    id: 'issue-not-controller',
    title: 'who does not control a resource cannot grant access to it: 403',
    async run(context) {
      const body = grantBody(context.agency.webId, { resources: [await context.scratch.file()] });
      await expectStatus(await issue(context, context.rogue, body), 403);
    },
  },
  {
    ...shared,
    id: 'issue-partly-controller',
    title: 'one resource that is not the own makes the whole grant refused: 403',
    async run(context) {
      const { rogue, agency, scratch } = context;
      const body = grantBody(agency.webId, {
        resources: [`${rogue.storage}conformance.txt`, await scratch.file()],
      });
      await expectStatus(await issue(context, rogue, body), 403);
    },
  },
  {
    ...shared,
    id: 'issue-foreign-subject',
    title: "nobody grants in another's name: 403",
    async run(context) {
      const { citizen, agency, rogue, scratch } = context;
      const body = grantBody(agency.webId, {
        resources: [await scratch.file()],
        subject: { id: citizen.webId },
      });
      await expectStatus(await issue(context, rogue, body), 403);
    },
  },
  {
    ...shared,
    id: 'issue-problem-details',
    title: 'a refusal is exactly application/problem+json, with type, title, status and detail',
    see: sections.problem,
    async run(context) {
      const body = requestBody(context.citizen.webId, {
        resources: [await context.scratch.file()],
        modes: [],
      });
      const response = await issue(context, context.agency, body);
      await expectStatus(response, 400);
      expectEqual('Content-Type', response.headers.get('content-type'), 'application/problem+json');
      const problem = (await response.json()) as Record<string, unknown>;
      expectEqual('status', problem['status'], 400);
      for (const member of ['type', 'title', 'detail']) {
        expectThat(typeof problem[member] === 'string', member, problem);
      }
    },
  },
  {
    ...shared,
    id: 'issue-problem-in-library',
    title: 'the library hands the problem details on to its user',
    see: sections.libraries,
    async run({ agency, citizen, scratch }) {
      const error = await expectThrows('an error of the library', async () =>
        issueAccessRequest(
          { access: {}, resourceOwner: citizen.webId, resources: [await scratch.file()] },
          { fetch: agency.fetch },
        ),
      );
      const { problemDetails } = error as { problemDetails?: { status?: number; detail?: string } };
      expectThat(problemDetails?.detail !== undefined, 'problemDetails.detail', String(error));
      expectEqual('status', problemDetails?.status, 400);
    },
  },
  ...[
    ['issue-not-json', 'a body that is no JSON', '{"credential":'],
    ['issue-empty', 'a body without credential', '{}'],
    ['issue-list', 'a list as body', '[]'],
  ].map(
    ([id = '', what = '', body = '']): ConformanceCase => ({
      ...shared,
      id,
      title: `${what} is answered 400`,
      run: async (context) => expectStatus(await issue(context, context.agency, body), 400),
    }),
  ),
  {
    ...shared,
    id: 'issue-too-large',
    title: 'a body of five megabytes is refused as too large',
    level: 'SHOULD',
    see: sections.http,
    async run(context) {
      const body = requestBody(context.citizen.webId, {
        resources: [await context.scratch.file()],
        consent: { 'https://example.org/long': 'x'.repeat(5_000_000) },
      });
      await expectStatus(await issue(context, context.agency, body), 413, 400);
    },
  },
];
