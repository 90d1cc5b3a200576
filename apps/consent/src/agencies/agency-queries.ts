import type { Participants } from '@grondslag/protocol';
import { useQuery } from '@tanstack/react-query';
import { type Language, localText } from '../i18n/language.ts';
import type { Text } from '../i18n/words.ts';
import { useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { plainWords } from '../ui/plain-words.ts';

const PARTICIPANTS_FRESH_FOR_MS = 5 * 60_000;

/** Whom the authority knows. */
export function useParticipants(): Loadable<Participants> {
  const { authority } = useServices();
  return loadable(
    useQuery({
      queryKey: ['participants'],
      queryFn: async () => (await authority()).participants(),
      staleTime: PARTICIPANTS_FRESH_FOR_MS,
    }),
  );
}

/** An agency as it is shown. */
export interface ShownAgency {
  readonly name: string;
  /** Whether it is in the register of participants. */
  readonly known: boolean;
}

/** Name of an agency or a source: its own from the register, else where it says to be. */
export function showAgency(
  webId: string,
  participants: Participants,
  language: Language,
  text: Text,
): ShownAgency {
  const { agencies, sources } = participants;
  const found = [...agencies, ...sources].find((participant) => participant.webId === webId);
  return found
    ? { name: plainWords(localText(found.name, language), 100), known: true }
    : { name: text('agency.unknownName', { host: new URL(webId).host }), known: false };
}
