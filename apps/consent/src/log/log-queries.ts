import type { ReadRecord } from '@grondslag/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCitizen, useServices } from '../services.tsx';
import type { Loadable } from '../ui/loadable.ts';
import { pollWhatIsTold } from '../ui/poll.ts';

/** What was read, newest first, as far as it was asked for. */
export interface Reads {
  readonly records: readonly ReadRecord[];
  readonly hasOlder: boolean;
}

/** What was read from the citizen's vault, and a way to ask for older lines. */
export function useReads(): Loadable<Reads> & {
  showOlder(): void;
  readonly loadingOlder: boolean;
} {
  const { authority } = useServices();
  const citizen = useCitizen();
  const query = useInfiniteQuery({
    queryKey: ['reads', citizen],
    queryFn: async ({ pageParam }) => (await authority()).reads(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: pollWhatIsTold(citizen),
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
  return {
    data: query.data && { records: query.data, hasOlder: query.hasNextPage },
    failed: query.isError,
    error: query.error,
    updatedAt: query.dataUpdatedAt,
    retry: () => void query.refetch(),
    showOlder: () => void query.fetchNextPage(),
    loadingOlder: query.isFetchingNextPage,
  };
}
