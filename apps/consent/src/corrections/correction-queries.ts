import type { CorrectionView, NewCorrection } from '@grondslag/legal-basis';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** Errors that this citizen reported, newest first. */
export function useCorrections(): Loadable<CorrectionView[]> {
  const { law } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['corrections', citizen],
      queryFn: async () => (await law()).corrections(),
      refetchInterval: pollWhatIsTold(citizen),
    }),
  );
}

/** Reports an error; afterwards the list is asked anew, because the page after this one shows it. */
export function useReport() {
  const { law } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (asked: NewCorrection) => (await law()).report(asked),
    onSettled: () => queries.invalidateQueries({ queryKey: ['corrections'] }),
  });
}
