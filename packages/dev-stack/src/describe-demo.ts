import { characters, NO_VAULT } from './sandbox/characters.ts';
import type { DevStack } from './start-dev-stack.ts';
import { webIdOf } from './write-configs.ts';

/** One line for programs: addresses and accounts. */
export function demoAsJson({ addresses, accounts, mandates, sandbox }: DevStack): string {
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
    mandates,
    ...(sandbox && { sandbox: sandboxCitizens(addresses.vault) }),
  });
}

/** WebID of each citizen of the sandbox, by name. */
export function sandboxCitizens(vault: string): Readonly<Record<string, string>> {
  const names = [NO_VAULT, ...Object.keys(characters)];
  return Object.fromEntries(names.map((name) => [name, webIdOf(vault, name)]));
}

/** The same for people, with something to try. */
export function describeDemo({ addresses, accounts, mandates, sandbox }: DevStack): string {
  const citizens = accounts.filter(
    ({ role, webId }) => role === 'citizen' && !isOfSandbox(addresses.vault, webId),
  );
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
  6. Log in as Els Mulder: the pensioners' fund may read her income under a law. She was told, and objected, so it
     stands still. Gerrit Bos was told too; he can object with one sentence.
  7. At the demo agency, follow "Wat als er geen wet is?" and "Mag een gemeente gewoon toestemming vragen?": a council
     hears why it gets nothing, and what it can do.
  8. Make a letter (\`grondslag letter\`), log in as Joke Smit (joke@voorbeeld.example, the same password), and at
     ${addresses.consentApp}balie enter what the citizen answers.
  9. Log in as Fenna Visser and report an error in her work. Answer it as the register does, on
     ${addresses.sources}werkregister/meldingen
  10. Log in as Karin Postma, who decides for her daughter Lotte; or as Sem Postma, who turned 18 yesterday.
  The organisations are made up; the laws are real and cited as an illustration.
  Bram's address is out of date, Chadia's diploma is of a source nobody knows, and Dirk has no vault.

${sandbox ? describeSandbox(addresses.vault, mandates) : ''}Ctrl-C stops everything. Data stays; \`npm run demo -- --fresh\` begins anew.
`;
}

function describeSandbox(vault: string, mandates: DevStack['mandates']): string {
  const line = ([name, text]: readonly [string, string]) => `  ${name.padEnd(18)}${text}`;
  const citizens = Object.entries(characters).map(([name, { does }]) => [name, does] as const);
  return `Sandbox: ${vault}NAME/profile/card#me
${line([NO_VAULT, 'has no vault'])}
${citizens.map(line).join('\n')}
  Mandates:
${Object.entries(mandates).map(line).join('\n')}

`;
}

function isOfSandbox(vault: string, webId: string): boolean {
  return Object.values(sandboxCitizens(vault)).includes(webId);
}
