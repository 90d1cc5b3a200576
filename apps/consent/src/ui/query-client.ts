import { QueryClient } from '@tanstack/react-query';
import { AuthorityError } from '../authority/authority-error.ts';

/** Keeps what was asked of the services. Never aborts a request: the vault server would keep a lock. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof AuthorityError && error.code === 'refused'),
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
