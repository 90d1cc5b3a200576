import type { UseQueryResult } from '@tanstack/react-query';

/** Something that is being loaded, is there, or failed; `failed` with `data` means: there, but not fresh. */
export interface Loadable<T> {
  readonly data: T | undefined;
  readonly failed: boolean;
  readonly error: unknown;
  /** When `data` came, in milliseconds since 1970. */
  readonly updatedAt: number;
  retry(): void;
}

/** A query, as `QueryState` shows it. */
export function loadable<T>(query: UseQueryResult<T>): Loadable<T> {
  return {
    data: query.data,
    failed: query.isError,
    error: query.error,
    updatedAt: query.dataUpdatedAt,
    retry: () => void query.refetch(),
  };
}

type Loaded<Parts extends Record<string, Loadable<unknown>>> = {
  [Name in keyof Parts]: NonNullable<Parts[Name]['data']>;
};

/** Several at once: there when all are there, failed when one failed. */
export function together<Parts extends Record<string, Loadable<unknown>>>(
  parts: Parts,
): Loadable<Loaded<Parts>> {
  const all = Object.values(parts);
  const complete = all.every((part) => part.data !== undefined);
  const failed = all.filter((part) => part.failed);
  return {
    data: complete
      ? (Object.fromEntries(
          Object.entries(parts).map(([name, part]) => [name, part.data]),
        ) as Loaded<Parts>)
      : undefined,
    failed: failed.length > 0,
    error: failed[0]?.error,
    updatedAt: Math.min(...all.map((part) => part.updatedAt)),
    retry() {
      for (const part of failed) part.retry();
    },
  };
}
