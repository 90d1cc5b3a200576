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
  1. Open the demo agency, choose Anna de Wit, and ask.
  2. Open the consent app, log in as Anna, read the question, and say yes to a part.
  3. Go back to the demo agency: the answer, and who stands behind each fact.
     One of Anna's incomes is missing: its source has withdrawn it.
  4. In the consent app, see what was looked at, and stop it.
  5. In the demo agency, read again: refused, with the way on paper.

Ctrl-C stops everything. Data stays; \`npm run demo -- --fresh\` begins anew.
`;
}
