import { type AccessRequest, explanationFromFields, type LocalText } from '@grondslag/protocol';
import { useQuery } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';

/** Why an agency asked, in its own words, by the id of the request. */
export type PurposeWords = ReadonlyMap<string, LocalText>;

/** The agencies' words in questions the citizen said yes to; nothing when they cannot be had. */
export function usePurposeWords(): Loadable<PurposeWords> {
  const { authority } = useServices();
  const citizen = useCitizen();
  const query = loadable(
    useQuery({
      queryKey: ['requests', 'Granted', citizen],
      queryFn: async () => (await authority()).requests(citizen, 'Granted'),
      select: purposeWords,
    }),
  );
  return { ...query, data: query.data ?? (query.failed ? new Map() : undefined), failed: false };
}

function purposeWords(requests: AccessRequest[]): PurposeWords {
  return new Map(
    requests.flatMap(({ id, credentialSubject }) => {
      const words = explanationFromFields(credentialSubject.hasConsent)?.purposeInWords;
      return words ? [[id, words] as const] : [];
    }),
  );
}
