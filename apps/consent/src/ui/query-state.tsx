import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import type { Loadable } from './loadable.ts';
import { Problem } from './problem.tsx';

/** Shows where a question to the services stands: loading, failed, empty or there. */
export function QueryState<T>({
  query,
  isEmpty,
  empty,
  waiting,
  children,
}: {
  readonly query: Loadable<T>;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  /** What is being fetched, in words; without it only that something is. */
  readonly waiting?: string;
  readonly children: (data: T) => ReactNode;
}) {
  const { text, time } = useText();
  if (query.data === undefined) {
    if (query.failed) return <Problem error={query.error} retry={query.retry} />;
    return (
      <p className={waiting ? 'loading intro' : 'loading'} aria-busy="true">
        {waiting ?? text('app.loading')}
      </p>
    );
  }
  return (
    <>
      {isEmpty?.(query.data) ? empty : children(query.data)}
      {query.failed && (
        <p className="quiet">
          {text('app.notRefreshed', { time: time(new Date(query.updatedAt)) })}
        </p>
      )}
    </>
  );
}
