import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Chapter } from '../i18n/messages/chapters.ts';
import { useLanguage } from '../i18n/text.tsx';
import { loadable } from './loadable.ts';
import { QueryState } from './query-state.tsx';

/** Code and words that are loaded when first shown; while that takes, and when it fails, the citizen is told. */
export function Lazy<Loaded>({
  name,
  chapters,
  load,
  quiet = false,
  children,
}: {
  readonly name: string;
  readonly chapters: readonly Chapter[];
  readonly load: () => Promise<Loaded>;
  /** Of what can do without: nothing is said while it loads, or when it fails. */
  readonly quiet?: boolean;
  readonly children: (loaded: Loaded) => ReactNode;
}) {
  const { need } = useLanguage();
  const query = loadable(
    useQuery({
      queryKey: ['pages', name],
      queryFn: async () => {
        const [loaded] = await Promise.all([load(), need(chapters)]);
        // An object, because a query gives no bare function.
        return { loaded };
      },
      staleTime: Number.POSITIVE_INFINITY,
      // Code is no data to be compared.
      structuralSharing: false,
    }),
  );
  if (quiet) return query.data && children(query.data.loaded);
  return <QueryState query={query}>{({ loaded }) => children(loaded)}</QueryState>;
}
