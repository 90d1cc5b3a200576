import type { Account } from './stack-state.ts';
import type { DevStack } from './start-dev-stack.ts';

/** Accounts of a stack as the conformance suite takes them (`--config`). */
export function conformanceAccounts({
  addresses,
  accounts,
  acpAccounts,
}: Pick<DevStack, 'addresses' | 'accounts' | 'acpAccounts'>): object {
  const { vault, acpVault } = addresses;
  return {
    vaults: {
      [vault]: { accessControl: 'WAC', ...castOf(vault, accounts) },
      ...(acpVault !== undefined && {
        [acpVault]: { accessControl: 'ACP', ...castOf(acpVault, acpAccounts) },
      }),
    },
  };
}

/**
 * Two citizens and two agencies, in their roles. The suite asks as any agency with a library does, so as one that is
 * in no register: of a registered public body the authority wants the gate for consent, which is ours alone.
 */
function castOf(oidcIssuer: string, accounts: readonly Account[]) {
  const [citizen, rogue] = accounts.filter(({ role }) => role === 'citizen');
  const [stranger, agency] = accounts.filter(({ role }) => role === 'agency');
  return Object.fromEntries(
    Object.entries({ citizen, agency, stranger, rogue }).map(([role, account]) => {
      if (!account)
        throw new Error(`The stack has no account for the ${role}; start with --fresh.`);
      const { webId, clientId, clientSecret } = account;
      const storage = new URL('../', webId).href;
      return [role, { webId, oidcIssuer, storage, login: { clientId, clientSecret } }];
    }),
  );
}
