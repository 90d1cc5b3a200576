import type { Clerk, CounterEntry, Sighting } from '@grondslag/protocol/counter';
import type { OpenedLetter } from './counter-powers.ts';
import type { NewCounterEntry } from './counter-store.ts';

/** What a clerk did, as it is kept and as the citizen sees it. */
export function describeEntry(
  { clerk, letter, request }: OpenedLetter,
  about: {
    readonly id: string;
    readonly at: Date;
    readonly kind: CounterEntry['kind'];
    readonly decision?: string;
    readonly sighting?: Sighting;
  },
): NewCounterEntry {
  const { at, ...rest } = about;
  return {
    citizen: request.toAgent,
    letter: letter.id,
    entry: { ...rest, at: at.toISOString(), request: request.id, ...namesOf(clerk) },
  };
}

function namesOf({ webId, name, desk }: Clerk): Pick<CounterEntry, 'clerk' | 'desk'> {
  return { clerk: { webId, name }, desk: { id: desk.id, name: desk.name } };
}
