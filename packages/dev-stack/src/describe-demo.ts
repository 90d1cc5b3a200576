import type { DevStack } from './start-dev-stack.ts';

/** One line for programs: addresses and accounts. */
export function demoAsJson({ addresses, accounts }: DevStack): string {
  const { vault, authority, consentApp, demoAgency } = addresses;
  return JSON.stringify({
    vault,
    authority,
    consentApp,
    demoAgency,
    accounts: accounts.map(({ role, webId, email, password, clientId, clientSecret }) => ({
      role,
      webId,
      email,
      password,
      clientId,
      clientSecret,
    })),
  });
}

/** The same for people, with something to try. */
export function describeDemo({ addresses, accounts }: DevStack): string {
  const citizens = accounts.filter(({ role }) => role === 'citizen');
  const width = Math.max(...citizens.map(({ name }) => name.length));
  return `
Grondslag is ready. Everything in it is synthetic.

  consent app   ${addresses.consentApp}   the citizen: my data, questions, who can see what
  demo agency   ${addresses.demoAgency}   a debt counsellor who asks for facts
  vault server  ${addresses.vault}   Community Solid Server with the plug-in
  authority     ${addresses.authority}   issues and checks grants

Log in as
${citizens.map(({ name, email, password }) => `  ${name.padEnd(width)}   ${email}   password: ${password}`).join('\n')}

Try this
  1. Open the demo agency, choose Anna de Wit, and ask ("Vraag de gegevens").
  2. Open the consent app, log in as Anna, read the question, and say yes to a part.
     One of her incomes cannot be shared: its source has withdrawn it.
  3. Back at the demo agency, read ("Lees de gegevens"): the answer, and who stands behind each fact.
  4. In the consent app, see what was looked at, and stop it.
  5. At the demo agency, read again ("Lees opnieuw"): refused, with the way on paper.
  Bram's address is out of date, Chadia's diploma is of a source nobody knows, and Dirk has no vault.

Ctrl-C stops everything. Data stays; \`npm run demo -- --fresh\` begins anew.
`;
}
