import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessRequest } from '@grondslag/protocol';
import type { Addresses } from '../addresses.ts';
import { type Account, accountOf } from '../stack-state.ts';
import { type Citizen, createCitizen } from '../story/citizen.ts';
import type { Character } from './characters.ts';

const LOOK_EVERY_MS = 500;
/** The token of a login lives 600 s. */
const LOG_IN_EVERY_MS = 480_000;
/** A vault server learns of a withdrawal within a second. */
const WITHDRAWN_MS = 1_500;
const A_DAY_MS = 86_400_000;

/** The citizens of the sandbox, at work. */
export interface PlayedCitizens {
  /** In the middle of a read of `withdraws`: resolves when her vault is closed. */
  readonly inTheMiddle: () => Promise<void>;
  stop(): Promise<void>;
}

/** Lets the citizens of the sandbox do, over HTTP, what their names say, until they are stopped. */
export function playCitizens(
  addresses: Addresses,
  accounts: readonly Account[],
  onFailure: (text: string) => void,
): PlayedCitizens {
  const stopping = new AbortController();
  const withdrawn = new Set<string>();
  const inTheMiddle = async () => {
    const citizen = await createCitizen(addresses, accountOf(accounts, 'withdraws'));
    try {
      const given = (await citizen.grantsGiven()).filter(({ id }) => !withdrawn.has(id));
      for (const { id } of given) {
        withdrawn.add(id);
        await citizen.withdraw(id);
      }
      if (given.length > 0) await sleep(WITHDRAWN_MS);
    } finally {
      await citizen.logOut();
    }
  };
  const players = Object.entries(acts).map(([name, act]) =>
    play(addresses, accountOf(accounts, name), act, { signal: stopping.signal, onFailure }),
  );
  return {
    inTheMiddle,
    async stop() {
      stopping.abort();
      await Promise.all(players);
    },
  };
}

type Act = (citizen: Citizen) => Promise<void>;

const sayYes: Act = async (citizen) => {
  for (const request of await citizen.pendingRequests()) {
    const { forPersonalData } = request.credentialSubject.hasConsent;
    await citizen.approve(request, forPersonalData, endOf(request), { inherit: true });
  }
};

const acts: Partial<Record<Character, Act>> = {
  async denies(citizen) {
    for (const request of await citizen.pendingRequests()) {
      await citizen.deny(request, 'Ik wil dit niet delen.');
    }
  },
  async partial(citizen) {
    for (const request of await citizen.pendingRequests()) {
      const [first] = request.credentialSubject.hasConsent.forPersonalData;
      if (first) await citizen.approve(request, [first], endOf(request), { inherit: true });
    }
  },
  withdraws: sayYes,
  'source-revoked': sayYes,
  async objects(citizen) {
    for (const { access, state, objection } of await citizen.lawfulAccesses()) {
      const isOpen = state === 'active' || state === 'waiting';
      if (isOpen && objection === undefined) await citizen.object(access.id, 'Ik wil dit niet.');
    }
  },
};

async function play(
  addresses: Addresses,
  account: Account,
  act: Act,
  {
    signal,
    onFailure,
  }: { readonly signal: AbortSignal; readonly onFailure: (text: string) => void },
): Promise<void> {
  let citizen: Citizen | undefined;
  let until = 0;
  while (!signal.aborted) {
    try {
      if (citizen === undefined || Date.now() > until) {
        await citizen?.logOut();
        citizen = await createCitizen(addresses, account);
        until = Date.now() + LOG_IN_EVERY_MS;
      }
      await act(citizen);
    } catch (error) {
      // A server that restarts, or a request that somebody took back meanwhile: looked at again with a new login.
      until = 0;
      if (!signal.aborted) onFailure(`${account.name}: ${String(error)}`);
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
  await citizen?.logOut();
}

/** As long as was asked; a day when nothing was said. */
function endOf({ expirationDate }: AccessRequest): Date {
  return new Date(expirationDate ?? Date.now() + A_DAY_MS);
}
