import type { Clerk, CounterEntry, Sighting } from '@grondslag/protocol/counter';
import type { OpenedLetter } from './counter-powers.ts';
import type { NewCounterEntry } from './counter-store.ts';

/** What a clerk did, beside who, where and to whom. */
export interface Deed {
  readonly id: string;
  readonly at: Date;
  readonly kind: CounterEntry['kind'];
  readonly request?: string;
  readonly decision?: string;
  readonly sighting?: Sighting;
}

/** What a clerk did with a letter, as it is kept and as the citizen sees it. */
export function describeEntry(
  { clerk, letter, request }: OpenedLetter,
  deed: Deed,
): NewCounterEntry {
  return {
    ...describeDeed(clerk, request.toAgent, { ...deed, request: request.id }),
    letter: letter.id,
  };
}

/** The same, without a letter. */
export function describeDeed(clerk: Clerk, citizen: string, deed: Deed): NewCounterEntry {
  const { at, ...rest } = deed;
  const { webId, name, desk } = clerk;
  return {
    citizen,
    entry: {
      ...{ ...rest, at: at.toISOString() },
      clerk: { webId, name },
      desk: { id: desk.id, name: desk.name },
    },
  };
}
