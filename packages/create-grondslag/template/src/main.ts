import { readOperatorKeys, sandboxCitizens, startDevStack } from '@grondslag/dev-stack';
import { askAndRead } from './ask-and-read.ts';
import { openAgency } from './open-agency.ts';

// Starts a sandbox, asks one of its citizens, and says what came of it. In production: your own Registration.
const { GRONDSLAG_PORT: port = '7300' } = process.env;
const folder = '.local/sandbox';
const stack = await startDevStack({
  port: Number(port),
  folder,
  sandbox: true,
  onProgress: (text) => console.error(text),
});
const { addresses, accounts } = stack;
const account = accounts.find(({ webId }) => webId.includes('/waterdam/'));
if (!account) throw new Error('The sandbox has no agency called waterdam.');
const { webId, clientId, clientSecret } = account;
const registration = {
  ...{ webId, clientId, clientSecret, oidcIssuer: addresses.vault },
  ...{ authority: addresses.authority, vaults: [addresses.vault] },
  operatorKeys: await readOperatorKeys(addresses.authority),
};
const agency = openAgency(registration, folder);
try {
  const { partial } = sandboxCitizens(addresses.vault);
  const outcome = await askAndRead(agency, partial as string);
  if (outcome.route === 'vault') console.table(outcome.rows);
  else console.log(`${outcome.because}: ${outcome.otherRoute?.text.en}`);
} finally {
  await agency.close();
  await stack.stop();
}
process.exit();
