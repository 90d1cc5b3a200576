import { UsageError } from './usage-error.ts';

/** The SDK throws a `TypeError` for what is not complete. */
export function asUsageError(error: unknown): never {
  throw error instanceof TypeError ? new UsageError(error.message) : error;
}
