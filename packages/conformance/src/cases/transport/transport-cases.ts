import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectThat } from '../../run/expect.ts';
import { umaConfigurationOf, vcConfigurationOf } from '../../run/find-authority.ts';
import { requestBody } from '../../wire/credential-bodies.ts';
import { exchange } from '../../wire/exchange.ts';
import { giveAccess, issue, postJson, setStatus } from '../../wire/issue.ts';
import { getQuery } from '../../wire/query.ts';
import { statusEntriesOf } from '../../wire/status-list.ts';
import { CREDENTIALS_V1, INRUPT_V2, sections } from '../../wire/terms.ts';

const shared = { checklist: 15, level: 'MUST', see: sections.vcLibrary } as const;

/** Answers that a library reads as JSON, each once. */
const answers: Readonly<Record<string, (context: CaseContext) => Promise<Response>>> = {
  uma: ({ authority }) => fetch(umaConfigurationOf(authority.token)),
  vc: ({ authority }) => fetch(vcConfigurationOf(authority.issuer)),
  issue: async (context) =>
    issue(
      context,
      context.agency,
      requestBody(context.citizen.webId, { resources: [await context.scratch.file()] }),
    ),
  show: async (context) => context.agency.fetch((await newGrant(context)).id),
  query: (context) => getQuery(context, context.agency, { pageSize: '100' }),
  verify: async (context) =>
    postJson(context.authority.verify, { verifiableCredential: await newGrant(context) }, fetch),
  derive: ({ authority, agency }) =>
    postJson(
      authority.derive,
      {
        verifiableCredential: {
          '@context': [CREDENTIALS_V1, INRUPT_V2],
          type: ['VerifiableCredential', 'SolidAccessGrant'],
          credentialSubject: { providedConsent: {} },
        },
        options: {},
      },
      agency.fetch,
    ),
  token: async (context) => {
    const file = await context.scratch.file();
    return exchange(context, await giveAccess(context, { resources: [file] }), file);
  },
  status: async (context) => setStatus(context, context.citizen, (await newGrant(context)).id),
  'status-list': async (context) => {
    const [entry] = statusEntriesOf(await newGrant(context));
    expectThat(entry, 'a status entry', 'none');
    return fetch(entry.list);
  },
  refusal: (context) => issue(context, { fetch }, '{}'),
  'token-refusal': ({ authority }) => fetch(authority.token, { method: 'POST', body: '' }),
};

async function newGrant(context: CaseContext) {
  return giveAccess(context, { resources: [await context.scratch.file()] });
}

/** Every answer says how long it is, and comes as it is: solid-client-vc 2 refuses others, in browsers too. */
export const transportCases: readonly ConformanceCase[] = Object.entries(answers).map(
  ([name, get]): ConformanceCase => ({
    ...shared,
    id: `transport-${name}`,
    title: `the answer of ${name} has its Content-Length, is not in chunks and not compressed`,
    async run(context) {
      const response = await get(context);
      const { headers } = response;
      const bytes = new Uint8Array(await response.arrayBuffer()).byteLength;
      expectEqual('transfer-encoding', headers.get('transfer-encoding'), null);
      expectEqual('content-encoding', headers.get('content-encoding'), null);
      if (response.status === 204) return;
      expectEqual('content-length', headers.get('content-length'), String(bytes));
    },
  }),
);
