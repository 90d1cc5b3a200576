// Plain Comunica over a resource in a vault, with a `fetch` that carries the grant. Nothing is verified and no processing record is
// written here: `readClaims` does both.
//   node examples/with-comunica.ts REQUEST_ID RESOURCE_URL
import { QueryEngine } from '@comunica/query-sparql';
import { createAgency } from '@grondslag/agency';
import { contexts } from '@grondslag/vocab';

const [, , requestId = '', resource = ''] = process.argv;
const setting = (name: string) => process.env[`GRONDSLAG_${name}`] ?? '';
const agency = createAgency({
  webId: setting('WEB_ID'),
  oidcIssuer: setting('OIDC_ISSUER'),
  clientId: setting('CLIENT_ID'),
  clientSecret: setting('CLIENT_SECRET'),
  authority: setting('AUTHORITY'),
  vaults: [setting('VAULTS')],
  unsafelyWithoutLog: true,
});
const decision = await agency.waitForDecision(requestId, { timeoutSeconds: 60, pollSeconds: 1 });
if (decision.status !== 'granted') throw new Error(`The answer is ${decision.status}.`);
const fetch = await agency.exchangeGrant(decision.grant, resource);
const rows = await new QueryEngine().queryBindings(
  `PREFIX g: <https://w3id.org/grondslag/terms#>
   SELECT ?amount WHERE { ?citizen g:income [ g:amount ?amount ] }`,
  {
    sources: [resource],
    fetch,
    // The contexts of facts are pinned, so that nothing else is fetched.
    '@comunica/actor-rdf-parse-jsonld:documentLoader': {
      load: async (url: string) => contexts.get(url),
    },
  },
);
for await (const row of rows) console.log(row.get('amount')?.value);
await agency.close();
