import type { ObjectionView } from '@grondslag/legal-basis';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import { type Loadable, loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** Objections of this citizen, newest first. */
export function useObjections(): Loadable<ObjectionView[]> {
  const { law } = useServices();
  const citizen = useCitizen();
  return loadable(
    useQuery({
      queryKey: ['objections', citizen],
      queryFn: async () => (await law()).objections(),
      refetchInterval: pollWhatIsTold(citizen),
      select: newestFirst,
    }),
  );
}

function newestFirst(views: ObjectionView[]): ObjectionView[] {
  return views.toSorted((a, b) => b.objection.receivedAt.localeCompare(a.objection.receivedAt));
}

/** Objects; afterwards all that it changes is asked anew. */
export function useObject() {
  const { law } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({
      access,
      grounds,
    }: {
      readonly access: string;
      readonly grounds: string;
    }) => (await law()).object(access, grounds),
    // Waits for them: the page after this one shows the new objection.
    onSettled: () =>
      Promise.all(
        ['objections', 'lawful-accesses', 'notices'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
}
