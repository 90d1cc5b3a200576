import { randomUUID } from 'node:crypto';
import { join, relative, resolve, sep } from 'node:path';
import { type Finalizable, getLoggerFor, type Initializable } from '@solid/community-server';
import { CssPluginError } from '../errors.ts';
import type { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import type { TrustedAuthority } from '../trusted-authority.ts';
import { openReadQueue, type ReadQueue } from './open-read-queue.ts';
import { sendReadReport } from './send-read-report.ts';
import { type ReadSender, startReadSender } from './start-read-sender.ts';

/** What is on its way to one authority. */
interface AuthorityLog {
  readonly queue: ReadQueue;
  readonly sender: ReadSender;
}

/**
 * Keeps account of what is done under grants: first on disk, then at the authority that issued the grant, where the
 * citizen sees it.
 */
export class ReadLog implements Initializable, Finalizable {
  protected readonly logger = getLoggerFor(this);
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  readonly #logs = new Map<string, AuthorityLog>();

  /**
   * @param rootFilePath - Folder of the vaults' data.
   * @throws {CssPluginError} `invalid_settings` when the queue would lie among that data, where it could be asked for by URL.
   */
  constructor(settings: GrondslagSettings, baseUrl: string, rootFilePath: string) {
    this.#settings = settings;
    this.#baseUrl = baseUrl;
    const path = relative(resolve(rootFilePath), settings.queueFolder);
    if (path !== '..' && !path.startsWith(`..${sep}`)) {
      throw new CssPluginError(
        'invalid_settings',
        'Expected "queueFolder" to lie outside the root folder of the vaults (rootFilePath), it lies inside. Choose another.',
      );
    }
  }

  /** Opens the queue and begins to send what an earlier run left. */
  async initialize(): Promise<void> {
    for (const authority of this.#settings.authorities) {
      this.#logs.set(authority.url, await this.#open(authority));
    }
  }

  async #open({ url: authority, secret }: TrustedAuthority): Promise<AuthorityLog> {
    const baseUrl = this.#baseUrl;
    // Each authority its own folder, named after it: no record goes to another, whatever the settings are next time.
    const folder = join(this.#settings.queueFolder, encodeURIComponent(authority));
    const queue = await openReadQueue({ folder });
    const sender = startReadSender({
      queue,
      send: (records, signal) => sendReadReport(records, { authority, baseUrl, secret, signal }),
      onFailure: (error) => this.logger.warn(`Reads not yet reported: ${String(error)}`),
    });
    return { queue, sender };
  }

  async finalize(): Promise<void> {
    for (const { queue, sender } of this.#logs.values()) {
      await sender.stop();
      await queue.close();
    }
  }

  /**
   * Records one use of a grant. Resolves when the record is on disk; whoever serves the use waits for it.
   *
   * @param method - HTTP method, or `SUBSCRIBE` for a notification channel.
   */
  async record(
    { authority, grant, agency, owner }: AccessGrantCredentials,
    resource: string,
    method: string,
  ): Promise<void> {
    const log = this.#logs.get(authority);
    if (!log) {
      throw new CssPluginError(
        'read_log_not_open',
        'Expected the read log to be initialised before the first request. Import the configuration of this package as a whole.',
      );
    }
    const at = new Date().toISOString();
    await log.queue.append({ id: randomUUID(), at, grant, agency, owner, resource, method });
    log.sender.wake();
  }
}
