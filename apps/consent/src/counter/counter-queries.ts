import type { Clerk, CounterEntry, Desk, OwnCard } from '@grondslag/protocol/counter';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { type CounterClient, createCounterClient } from './counter-client.ts';

/** The authority, about letters and counters. */
export function useCounterClient(): CounterClient {
  const { config, session } = useServices();
  return useMemo(
    () => createCounterClient({ baseUrl: config.authority, fetch: session.fetch }),
    [config, session],
  );
}

/** What clerks did with letters to the citizen; a helper does not learn of it. */
export function useEntries(): Loadable<readonly CounterEntry[]> {
  const client = useCounterClient();
  const citizen = useCitizen();
  const { helping } = useServices();
  return loadable(
    useQuery({
      queryKey: ['counter', 'entries', citizen],
      queryFn: async () => (helping ? [] : client.entries()),
    }),
  );
}

/** Since when the citizen has a counter card. */
export function useCard(): Loadable<OwnCard> {
  const client = useCounterClient();
  const citizen = useCitizen();
  return loadable(useQuery({ queryKey: cardKey(citizen), queryFn: () => client.card() }));
}

/** Under which the card of a citizen is remembered. */
export function cardKey(citizen: string): readonly string[] {
  return ['counter', 'card', citizen];
}

/** Counters that are open. */
export function useDesks(): Loadable<readonly Desk[]> {
  const client = useCounterClient();
  return loadable(
    useQuery({
      queryKey: ['counter', 'desks'],
      queryFn: () => client.desks(),
      select: (desks) => desks.filter(({ open }) => open),
    }),
  );
}

/** The signed-in person as a clerk. */
export function useClerk(): Loadable<Clerk | 'none'> {
  const client = useCounterClient();
  const webId = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['counter', 'clerk', webId],
      queryFn: () => client.clerk(),
    }),
  );
}
