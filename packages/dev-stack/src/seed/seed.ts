import type { Addresses } from '../addresses.ts';
import { seedAccesses } from '../cases/seed-accesses.ts';
import { seedFamily } from '../cases/seed-family.ts';
import { seedRegister } from '../cases/seed-register.ts';
import { sandboxPeople } from '../sandbox/characters.ts';
import { seedMandates } from '../sandbox/seed-mandates.ts';
import type { StackState } from '../stack-state.ts';
import { people } from './people.ts';
import { seedVaults } from './seed-vaults.ts';

interface SeedOptions {
  readonly addresses: Addresses;
  readonly state: StackState;
  readonly now: Date;
  readonly onProgress: (text: string) => void;
  readonly sandbox: boolean;
}

/** Everything a new stack begins with: vaults with facts, the register, lawful access, and the sandbox when asked. */
export async function seed({ sandbox, ...options }: SeedOptions): Promise<StackState> {
  const { addresses, now } = options;
  const thisYear = now.getFullYear();
  const everybody = [...people(thisYear), ...(sandbox ? sandboxPeople(thisYear) : [])];
  const state = await seedVaults({ ...options, people: everybody });
  const mandates = await seedRegister({ ...options, state });
  await Promise.all([
    seedAccesses(addresses, { ...state, mandates }),
    seedFamily(addresses, state, now),
  ]);
  const more = sandbox ? await seedMandates(addresses, state, now) : {};
  return { ...state, sandbox, mandates: { ...mandates, ...more } };
}
