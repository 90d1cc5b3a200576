import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Chapter } from '../i18n/messages/chapters.ts';
import { useLanguage } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { loadable } from './loadable.ts';
import { PageCodeError } from './page-code-error.ts';
import { PageNotLoaded } from './page-not-loaded.tsx';
import { QueryState } from './query-state.tsx';

/** Code and words that are loaded when first shown; while that takes, and when it fails, the citizen is told. */
export function Lazy<Loaded>({
  name,
  chapters,
  load,
  quiet = false,
  isPage = false,
  waiting,
  children,
}: {
  readonly name: string;
  readonly chapters: readonly Chapter[];
  readonly load: () => Promise<Loaded>;
  /** Of what can do without: nothing is said while it loads, or when it fails. */
  readonly quiet?: boolean;
  /** Whether it is the whole page, so that its title is missed. */
  readonly isPage?: boolean;
  /** As of `QueryState`. */
  readonly waiting?: string;
  readonly children: (loaded: Loaded) => ReactNode;
}) {
  const { need } = useLanguage();
  const { connection } = useServices();
  const query = useQuery({
    queryKey: ['pages', name],
    queryFn: async () => {
      try {
        const [loaded] = await Promise.all([load(), need(chapters)]);
        // An object, because a query gives no bare function.
        return { loaded };
      } catch (error) {
        throw new PageCodeError(connection.offlineSince !== undefined, error);
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Code is no data to be compared.
    structuralSharing: false,
  });
  const again = async () => {
    if ((await query.refetch()).isError) await reloadWhenThere();
  };
  const retry = () => void again();
  if (quiet) return query.data && children(query.data.loaded);
  if (isPage && query.isError && !query.data) {
    return <PageNotLoaded error={query.error} retry={retry} />;
  }
  return (
    <QueryState query={{ ...loadable(query), retry }} {...(waiting !== undefined && { waiting })}>
      {({ loaded }) => children(loaded)}
    </QueryState>
  );
}

/** A browser may remember that code did not load; only loading the app anew makes it ask again. */
async function reloadWhenThere(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => {});
  if (answer?.ok) location.reload();
}
