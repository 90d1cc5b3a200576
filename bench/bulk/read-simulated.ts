import { setFlagsFromString } from 'node:v8';
import { createAgency } from '@grondslag/agency';

/**
 * Reads as many simulated accesses as its argument says, of the hosts that a line of JSON names, and writes the most
 * memory this process ever had, in bytes.
 */
// As the command of the kit does in a long run.
setFlagsFromString('--heap-growing-percent=100');
const [, , hosts = '', count = ''] = process.argv;
const { webId, authority, vault, oidcIssuer } = JSON.parse(hosts) as Record<string, string>;
if (!webId || !authority || !vault || !oidcIssuer) throw new Error('Expected addresses.');
const agency = createAgency({
  ...{ webId, authority, oidcIssuer, vaults: [vault] },
  ...{ clientId: 'schuldhulp', clientSecret: 'a secret that must not leak' },
  recordProcessing: async () => undefined,
});
const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?amount WHERE { GRAPH ?graph { ?person g:income [ g:amount ?amount ] } }`;

function* accesses(): Generator<string> {
  for (let number = 0; number < Number(count); number++) yield `${authority}vc/grant-${number}`;
}
let read = 0;
for await (const { outcome } of agency.readMany(accesses(), { query })) {
  if (outcome.status !== 'read') throw new Error(`A read came to ${JSON.stringify(outcome)}.`);
  read++;
}
await agency.close();
if (read !== Number(count)) throw new Error(`Expected ${count} outcomes, got ${read}.`);
// Kilobytes in Node.
console.log(process.resourceUsage().maxRSS * 1024);
