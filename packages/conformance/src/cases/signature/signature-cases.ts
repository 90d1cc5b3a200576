import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual } from '../../run/expect.ts';
import { type Credential, consentOf, listOf } from '../../wire/credential.ts';
import { askAccess, denyAccess, giveAccess } from '../../wire/issue.ts';
import { acl, sections } from '../../wire/terms.ts';
import { expectValid } from '../../wire/verify.ts';
import { expectProof } from '../../wire/verify-proof.ts';

const shared = { checklist: 16, level: 'MUST', see: sections.dataIntegrity } as const;

function withConsent(grant: Credential, change: Record<string, unknown>): object {
  const { credentialSubject } = grant;
  const providedConsent = { ...consentOf(grant), ...change };
  return { ...grant, credentialSubject: { ...credentialSubject, providedConsent } };
}

/** Ways to write the same statements: libraries do some of them. */
const spellings: readonly (readonly [string, string, (grant: Credential) => object])[] = [
  [
    'single',
    'a list of one as that one',
    (grant) => {
      const { mode, forPersonalData, forPurpose } = consentOf(grant);
      const [[oneMode], [oneResource], [onePurpose]] = [mode, forPersonalData, forPurpose].map(
        listOf,
      ) as [unknown[], unknown[], unknown[]];
      return withConsent(grant, {
        mode: oneMode,
        forPersonalData: oneResource,
        forPurpose: onePurpose,
      });
    },
  ],
  [
    'short-names',
    'short names of modes and states',
    (grant) => withConsent(grant, { mode: ['Read'], hasStatus: 'ConsentStatusExplicitlyGiven' }),
  ],
  [
    'order',
    'members in another order',
    (grant) => Object.fromEntries(Object.entries(grant).reverse()),
  ],
];

/** Signatures are over what a credential states, and hold without asking the authority. */
export const signatureCases: readonly ConformanceCase[] = [
  ...(
    [
      ['request', askAccess],
      ['grant', giveAccess],
      ['denial', denyAccess],
    ] as const
  ).map(
    ([name, make]): ConformanceCase => ({
      ...shared,
      id: `signature-${name}`,
      title: `the signature of a ${name} holds over the RDF a client sees, with the published key`,
      async run(context) {
        await expectProof(await make(context, { resources: [await context.scratch.file()] }));
      },
    }),
  ),
  {
    ...shared,
    id: 'signature-full',
    title:
      'it covers custom fields, inheritance, several resources and purposes, and letters of any script',
    async run(context) {
      const { url } = await context.scratch.container();
      const grant = await giveAccess(context, {
        resources: [url, await context.scratch.file()],
        modes: [acl.Read, acl.Append, acl.Write],
        consent: {
          inherit: true,
          'https://example.org/ns/text': 'Ünïcode – 数据 🌊 "quoted" \\ \n',
          'https://example.org/ns/number': 1.5,
          'https://example.org/ns/whole': -0,
          'https://example.org/ns/yes': true,
        },
      });
      await expectProof(grant);
    },
  },
  ...spellings.map(
    ([id, what, spell]): ConformanceCase => ({
      ...shared,
      id: `signature-spelled-${id}`,
      title: `a grant with ${what} is still valid`,
      async run(context) {
        const grant = await giveAccess(context, {
          resources: [await context.scratch.file()],
          modes: [acl.Read],
        });
        await expectValid(context, spell(grant));
      },
    }),
  ),
  {
    ...shared,
    id: 'signature-spelled-inherit',
    title:
      'a grant with inherit as text, as older clients write it, comes back as a boolean and is valid',
    async run(context) {
      const { url } = await context.scratch.container();
      const grant = await giveAccess(context, { resources: [url], consent: { inherit: false } });
      expectEqual('inherit', consentOf(grant)['inherit'], false);
      await expectValid(context, grant);
      const typed = { '@type': 'http://www.w3.org/2001/XMLSchema#boolean', '@value': 'false' };
      await expectValid(context, withConsent(grant, { inherit: typed }));
    },
  },
  {
    ...shared,
    id: 'signature-length',
    title: 'signatures are 64 bytes in base58btc, leading zero bytes included',
    async run(context) {
      const resources = [await context.scratch.file()];
      for (let count = 0; count < 8; count++) {
        await expectProof(await askAccess(context, { resources }));
      }
    },
  },
];
