import { type AccountsFile, type Role, roles } from '../accounts/accounts-file.ts';
import { findStorage } from '../accounts/find-storage.ts';
import { type Logins, openLogins } from '../accounts/open-logins.ts';
import type { CaseContext, Person } from './context.ts';
import type { CaseRun } from './result.ts';
import { openScratch } from './scratch.ts';

type Vault = Awaited<ReturnType<typeof openVault>>;

/** Logs everyone in and makes room for test resources at each vault server. */
export async function openVaults(
  { vaults }: AccountsFile,
  { authority, browser }: Pick<CaseContext, 'authority' | 'browser'>,
) {
  const opened = new Map<string, Vault>();
  for (const [url, accounts] of Object.entries(vaults)) {
    opened.set(url, await openVault(accounts));
  }
  const contextOf = (run: CaseRun): CaseContext => {
    const vault = opened.get(run.vault) as Vault;
    const other = [...opened].find(([url]) => url !== run.vault);
    return {
      authority,
      browser,
      vault: run.vault,
      accessControl: run.accessControl,
      login: run.login,
      scratch: vault.scratch,
      other: other && { vault: other[0], scratch: other[1].scratch },
      ...vault.peopleWith(run.login),
    };
  };
  return {
    contextOf,
    async close() {
      for (const vault of opened.values()) await vault.close();
    },
  };
}

async function openVault(accounts: AccountsFile['vaults'][string]) {
  const logins = {} as Record<Role, Logins>;
  const storages = {} as Record<Role, string>;
  for (const role of roles) {
    logins[role] = openLogins(accounts[role]);
    storages[role] = await findStorage(accounts[role]);
  }
  const scratch = openScratch(storages.citizen, logins.citizen.fetchAs('DPoP'));
  return {
    scratch,
    peopleWith(kind: CaseRun['login']): Record<Role, Person> {
      const person = (role: Role): Person => ({
        webId: accounts[role].webId,
        oidcIssuer: accounts[role].oidcIssuer,
        storage: storages[role],
        fetch: logins[role].fetchAs(kind),
        credentials: logins[role].credentials,
      });
      return {
        citizen: person('citizen'),
        agency: person('agency'),
        stranger: person('stranger'),
        rogue: person('rogue'),
      };
    },
    async close() {
      await scratch.remove();
      for (const role of roles) await logins[role].logOut();
    },
  };
}
