// An agency with the unmodified Inrupt library and nothing of this kit: asks for one fact, waits for the yes, reads it.
//   node examples/with-inrupt-sdk.ts CITIZEN_WEBID RESOURCE_URL
import { setTimeout as sleep } from 'node:timers/promises';
import {
  getAccessGrant,
  getFile,
  issueAccessRequest,
  query,
} from '@inrupt/solid-client-access-grants';
import { Session } from '@inrupt/solid-client-authn-node';

const [, , citizen = '', resource = ''] = process.argv;
const { GRONDSLAG_OIDC_ISSUER, GRONDSLAG_CLIENT_ID, GRONDSLAG_CLIENT_SECRET, GRONDSLAG_AUTHORITY } =
  process.env as Record<string, string>;
const session = new Session({ keepAlive: false });
await session.login({
  oidcIssuer: GRONDSLAG_OIDC_ISSUER as string,
  clientId: GRONDSLAG_CLIENT_ID as string,
  clientSecret: GRONDSLAG_CLIENT_SECRET as string,
});
const { fetch } = session;
try {
  // The authority is found by the vault server's own challenge.
  const request = await issueAccessRequest(
    {
      access: { read: true },
      resourceOwner: citizen,
      resources: [resource],
      purpose: ['https://w3id.org/dpv#ServiceProvision'],
      expirationDate: new Date(Date.now() + 3_600_000),
    },
    { fetch },
  );
  console.log(request.id);
  const queryEndpoint = new URL('query', GRONDSLAG_AUTHORITY);
  for (;;) {
    const { items } = await query(
      { type: 'SolidAccessGrant', status: 'Active', resource: new URL(resource) },
      { fetch, queryEndpoint },
    );
    const [grant] = items;
    if (grant) {
      const file = await getFile(resource, await getAccessGrant(grant.id, { fetch }), { fetch });
      console.log(await file.text());
      break;
    }
    await sleep(1_000);
  }
} finally {
  await session.logout();
}
