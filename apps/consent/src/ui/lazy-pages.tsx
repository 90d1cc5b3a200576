import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { loadable } from './loadable.ts';
import { QueryState } from './query-state.tsx';

/** Pages whose code is loaded when first shown; while that takes, and when it fails, the citizen is told. */
export function LazyPages<Pages>({
  name,
  load,
  children,
}: {
  readonly name: string;
  readonly load: () => Promise<Pages>;
  readonly children: (pages: Pages) => ReactNode;
}) {
  const query = loadable(
    useQuery({
      queryKey: ['pages', name],
      queryFn: load,
      staleTime: Number.POSITIVE_INFINITY,
      // Code is no data to be compared.
      structuralSharing: false,
    }),
  );
  return <QueryState query={query}>{children}</QueryState>;
}
