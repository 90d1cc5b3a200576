import { type Finalizable, getLoggerFor, type Initializable } from '@solid/community-server';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { askStatusChanges } from './ask-status-changes.ts';
import { type GrantStatus, type StatusFeed, startStatusFeed } from './start-status-feed.ts';

/** A grant, by the authority that issued it: no authority can end a grant of another. */
export interface IssuedGrant {
  /** Base URL of the authority. */
  readonly authority: string;
  /** Id of the grant. */
  readonly grant: string;
}

/** What the authorities say now of the grants they issued. Each process of the server has its own. */
export class GrantStatusBoard implements Initializable, Finalizable {
  protected readonly logger = getLoggerFor(this);
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  readonly #feeds = new Map<string, StatusFeed>();
  readonly #endListeners: ((ended: IssuedGrant) => void)[] = [];
  readonly #resetListeners: ((authority: string) => void)[] = [];

  constructor(settings: GrondslagSettings, baseUrl: string) {
    this.#settings = settings;
    this.#baseUrl = baseUrl;
  }

  /** Begins to ask. Does not wait for answers: until there is one, no grant of that authority is honoured. */
  async initialize(): Promise<void> {
    const { authorities, maxSilenceSeconds } = this.#settings;
    for (const authority of authorities) {
      const { url } = authority;
      const feed = startStatusFeed({
        ask: (question) => askStatusChanges({ authority, baseUrl: this.#baseUrl, ...question }),
        maxSilenceMs: maxSilenceSeconds * 1_000,
        onEnded: (grant) => {
          for (const tell of this.#endListeners) tell({ authority: url, grant });
        },
        onReset: () => {
          this.logger.warn(`The authority ${url} went back to an earlier state.`);
          for (const tell of this.#resetListeners) tell(url);
        },
        onContact: (isInContact, cause) => {
          if (isInContact) this.logger.warn(`The authority ${url} answers again.`);
          else {
            this.logger.error(
              `No answer from the authority ${url} for ${maxSilenceSeconds} s, its grants open nothing until it is back: ${String(cause)}`,
            );
          }
        },
      });
      this.#feeds.set(url, feed);
    }
  }

  async finalize(): Promise<void> {
    await Promise.all([...this.#feeds.values()].map((feed) => feed.stop()));
  }

  /** Whether a grant opens anything now; `unknown` when its authority is silent for too long. */
  async check({ authority, grant }: IssuedGrant): Promise<GrantStatus> {
    return (await this.#feeds.get(authority)?.check(grant)) ?? 'unknown';
  }

  /** Tells of each grant that is withdrawn or suspended, as soon as it is known. */
  onEnded(listener: (ended: IssuedGrant) => void): void {
    this.#endListeners.push(listener);
  }

  /** Tells of each authority that went back to an earlier state. */
  onReset(listener: (authority: string) => void): void {
    this.#resetListeners.push(listener);
  }
}
