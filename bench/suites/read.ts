import { createAgency } from '@grondslag/agency';
import { createCitizen, findFreePort, readConsentGate, startDevStack } from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { median, type Result, wallMilliseconds } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';

const ROUNDS = 15;
const READS_A_ROUND = 10;

/** One fact read under a grant, against its owner's own DPoP read on the same server, in turn. */
export async function measureRead(progress: (text: string) => void): Promise<readonly Result[]> {
  return withTemporaryFolder(async (folder) => {
    progress('starting a stack');
    const stack = await startDevStack({ port: await findFreePort(), folder });
    try {
      const { addresses, accounts } = stack;
      const citizenAccount = accounts.find(({ role }) => role === 'citizen');
      const agencyAccount = accounts.find(({ role }) => role === 'agency');
      if (!citizenAccount || !agencyAccount) throw new Error('The stack has too few accounts.');
      const citizen = await createCitizen(addresses, citizenAccount);
      const agency = createAgency({
        webId: agencyAccount.webId,
        oidcIssuer: addresses.vault,
        clientId: agencyAccount.clientId,
        clientSecret: agencyAccount.clientSecret,
        authority: addresses.authority,
        vaults: [addresses.vault],
        recordProcessing: async () => {},
      });
      const asked = await agency.requestAccess({
        citizen: citizen.webId,
        purpose: 'https://w3id.org/dpv#ServiceProvision',
        purposeInWords: { nl: 'Een meting.' },
        needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Een meting.' }, required: true }],
        otherRoute: { text: { nl: 'Geen.' } },
        expiresAt: new Date(Date.now() + 60 * 60 * 1_000),
        consentGate: await readConsentGate(),
      });
      if (asked.status !== 'requested')
        throw new Error(`The question came to nothing: ${asked.status}`);
      const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage)
        .href;
      const until = new Date(Date.now() + 30 * 60 * 1_000);
      const grant = await citizen.approve(asked.request, [resource], until);

      const read = (fetch: typeof globalThis.fetch) => async () => {
        const response = await fetch(resource);
        if (response.status !== 200) throw new Error(`A read answered ${response.status}`);
        await response.arrayBuffer();
      };
      const exchange = () => agency.exchangeGrant(grant, resource);
      const granted: number[] = [];
      const own: number[] = [];
      const withExchange: number[] = [];
      for (let round = -2; round < ROUNDS; round++) {
        // a token lives 60 s: each round has its own
        const grantedFetch = await exchange();
        const rounds: [number[], () => Promise<void>][] = [
          [granted, read(grantedFetch)],
          [own, read(citizen.fetch)],
          [withExchange, async () => read(await exchange())()],
        ];
        for (let turn = 0; turn < READS_A_ROUND; turn++) {
          for (const [times, work] of rounds) {
            const milliseconds = await wallMilliseconds(work);
            if (round >= 0) times.push(milliseconds);
          }
        }
        if (round >= 0) progress(`round ${round + 1} of ${ROUNDS}`);
      }
      await agency.close();
      await citizen.logOut();
      const peer = { peer: "owner's own DPoP read", peerFigure: median(own) };
      const result = (name: string, figure: number, limit: number): Result => ({
        suite: 'read',
        name,
        figure,
        unit: 'ms',
        ...peer,
        ratio: figure / peer.peerFigure,
        target: `ratio <= ${limit}`,
        holds: figure / peer.peerFigure <= limit,
      });
      return [
        result('granted read, token in hand', median(granted), 1.5),
        result('granted read, exchange included', median(withExchange), 5),
      ];
    } finally {
      await stack.stop();
    }
  });
}
