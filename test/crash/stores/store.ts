import type { Random } from '../random.ts';
import type { AuthorityProcess } from '../world/start-authority.ts';

/** A database of the authority that can be crashed. */
export interface CrashableStore {
  readonly name: string;
  /** Members of the authority's configuration that name this database. */
  readonly config: object;
  /**
   * Crashes something under a running authority.
   *
   * @returns the authority when it lived on
   */
  crash(authority: AuthorityProcess, random: Random): Promise<AuthorityProcess | undefined>;
  close(): Promise<void>;
}
