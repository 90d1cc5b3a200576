import type { Notice } from '@grondslag/legal-basis';
import { useQuery } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** What the citizen is told, newest first, and the places of what is told later. */
export function useNotices(): Loadable<Notice[]> {
  const { law } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['notices', citizen],
      queryFn: async () => (await law()).notices(),
      refetchInterval: pollWhatIsTold(citizen),
    }),
  );
}
