import type { NewMandate } from '@grondslag/legal-basis';
import type { Addresses } from '../addresses.ts';
import { readCases } from '../cases/read-cases.ts';
import { accountOf, officialKey, type StackState } from '../stack-state.ts';
import { openAgency } from '../story/open-agency.ts';

const DAY = 86_400_000;

/** Ids of the mandates of the sandbox, by the character they are about. */
export type SandboxMandates = Readonly<Record<'mandate-ended' | 'delayed-notice', string>>;

/** Two more mandates of the pensioners’ fund, each about one citizen of the sandbox. */
export async function seedMandates(
  addresses: Addresses,
  state: StackState,
  now: Date,
): Promise<SandboxMandates> {
  const cases = await readCases({ vault: addresses.vault, keysOf: () => ({}), now });
  const { mandate } = cases.mandates['income-supplement'];
  const agency = openAgency(addresses, accountOf(state.accounts, 'ouderenfonds'));
  const key = await officialKey(state, 'ouderenfonds');
  const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString();

  async function publish(name: string, text: Partial<NewMandate>): Promise<string> {
    const { webId } = accountOf(state.accounts, name);
    const subjects = { scope: 'one', webId } as const;
    const drafted = await agency.draftMandate({ ...mandate, subjects, ...text });
    if (drafted.status === 'refused')
      throw new Error(`The sandbox has no mandate: ${drafted.rule}`);
    const { id } = drafted.mandate;
    const by = { name: 'P. Bestuurder', role: 'Voorzitter van het bestuur' };
    const step = { mandate: id, by, reasons: 'Voor de proefomgeving.' };
    await agency.decideMandate({ ...step, key });
    const published = await agency.publishMandate(step);
    if (published.status === 'done') return id;
    throw new Error(`The sandbox has no mandate: ${published.rule}`);
  }

  try {
    return {
      'mandate-ended': await publish('mandate-ended', {
        validFrom: inDays(-30),
        validUntil: inDays(-1),
      }),
      'delayed-notice': await publish('delayed-notice', {
        notice: {
          when: 'delayed',
          delay: {
            ground: { nl: 'Vooraf inlichten maakt het onderzoek onmogelijk (voorbeeld).' },
            article: '14(5)(b)',
            until: inDays(30),
            overseer: { name: 'T. Toezicht', role: 'Functionaris voor gegevensbescherming' },
          },
        },
      }),
    };
  } finally {
    await agency.close();
  }
}
