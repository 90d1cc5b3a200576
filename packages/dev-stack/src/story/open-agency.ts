import { type Agency, createAgency } from '@grondslag/agency';
import type { Addresses } from '../addresses.ts';
import type { Account } from '../stack-state.ts';

/** An agency of the demo, through the SDK. Its log of the story goes nowhere but memory. */
export function openAgency(addresses: Addresses, account: Account): Agency {
  const { webId, clientId, clientSecret } = account;
  return createAgency({
    webId,
    oidcIssuer: addresses.vault,
    clientId,
    clientSecret,
    authority: addresses.authority,
    vaults: [addresses.vault],
    recordProcessing: async () => {},
  });
}
