import type { Contexts } from '@grondslag/claims';
import { g, PIM_STORAGE } from '@grondslag/vocab';
import type { PinnedTrustList } from '../agency-options.ts';
import { type Agency, createAgency } from '../create-agency.ts';
import type { AnyKind } from '../kinds/kind.ts';
import type { ProcessingRecord, RecordProcessing } from '../record-processing.ts';
import type { Question } from '../request-access.ts';
import { type PlayedAuthority, playAuthority } from './play-authority.ts';
import { CLIENT, playIdentityProvider } from './play-identity-provider.ts';
import { type PlayedServer, playServer } from './play-server.ts';

/** An agency of the tests, with the other parties played by servers on loopback. */
export interface PlayedWorld {
  readonly agency: Agency;
  readonly authority: PlayedAuthority;
  readonly vault: PlayedServer;
  readonly identityProvider: PlayedServer;
  readonly webId: string;
  readonly citizen: string;
  readonly storage: string;
  readonly records: ProcessingRecord[];
  question(overrides?: Partial<Question>): Question;
  /** Another agency object, in the same world. */
  createAgency(overrides?: {
    clientSecret?: string;
    webId?: string;
    vaults?: readonly string[];
    now?: () => Date;
    recordProcessing?: RecordProcessing;
    trustList?: PinnedTrustList;
    contexts?: Contexts;
    kinds?: readonly AnyKind[];
  }): Agency;
  close(): Promise<void>;
}

export async function playWorld(): Promise<PlayedWorld> {
  const vault = await playServer();
  const webId = `${vault.url}schuldhulp/profile/card#me`;
  const storage = `${vault.url}anna/`;
  const citizen = `${storage}profile/card#me`;
  const identityProvider = await playIdentityProvider(() => webId);
  const authority = await playAuthority(() => webId);
  const records: ProcessingRecord[] = [];
  const agencies: Agency[] = [];
  vault.answer = ({ path }) => {
    return path === '/anna/profile/card'
      ? { headers: { 'content-type': 'text/turtle' }, body: `<#me> <${PIM_STORAGE}> </anna/>.` }
      : { status: 404 };
  };
  const world: PlayedWorld = {
    authority,
    vault,
    identityProvider,
    webId,
    citizen,
    storage,
    records,
    createAgency(overrides = {}) {
      const agency = createAgency({
        webId,
        oidcIssuer: identityProvider.url,
        ...CLIENT,
        authority: authority.url,
        vaults: [vault.url],
        wait: async (_milliseconds, signal) => signal?.throwIfAborted(),
        recordProcessing: async (record) => void records.push(record),
        ...overrides,
      });
      agencies.push(agency);
      return agency;
    },
    get agency() {
      return agencies[0] ?? world.createAgency();
    },
    question: (overrides) => ({
      citizen,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u schuldhulp kunt krijgen.' },
      needs: [
        { claimType: g.IncomeCredential, reason: { nl: 'Uw inkomen telt mee.' }, required: true },
        {
          claimType: g.ResidenceCredential,
          reason: { nl: 'Wij helpen inwoners.' },
          required: false,
        },
      ],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
      expiresAt: new Date(Date.now() + 3_600_000),
      ...overrides,
    }),
    async close() {
      await Promise.all(agencies.map((agency) => agency.close()));
      await Promise.all([vault, identityProvider, authority].map((server) => server.close()));
    },
  };
  return world;
}
