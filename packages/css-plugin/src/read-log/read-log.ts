import { randomUUID } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { type Finalizable, getLoggerFor, type Initializable } from '@solid/community-server';
import { CssPluginError } from '../errors.ts';
import type { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { openReadQueue, type ReadQueue } from './open-read-queue.ts';
import { sendReadReport } from './send-read-report.ts';
import { type ReadSender, startReadSender } from './start-read-sender.ts';

/** Keeps account of what is done under grants: first on disk, then at the authority, where the citizen sees it. */
export class ReadLog implements Initializable, Finalizable {
  protected readonly logger = getLoggerFor(this);
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  #queue: ReadQueue | undefined;
  #sender: ReadSender | undefined;

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
    const { authority, secret, queueFolder } = this.#settings;
    const baseUrl = this.#baseUrl;
    const queue = await openReadQueue({ folder: queueFolder });
    this.#queue = queue;
    this.#sender = startReadSender({
      queue,
      send: (records, signal) => sendReadReport(records, { authority, baseUrl, secret, signal }),
      onFailure: (error) => this.logger.warn(`Reads not yet reported: ${String(error)}`),
    });
  }

  async finalize(): Promise<void> {
    await this.#sender?.stop();
    await this.#queue?.close();
  }

  /**
   * Records one use of a grant. Resolves when the record is on disk; whoever serves the use waits for it.
   *
   * @param method - HTTP method, or `SUBSCRIBE` for a notification channel.
   */
  async record(
    { grant, agency, owner }: AccessGrantCredentials,
    resource: string,
    method: string,
  ): Promise<void> {
    if (!this.#queue) {
      throw new CssPluginError(
        'read_log_not_open',
        'Expected the read log to be initialised before the first request. Import the configuration of this package as a whole.',
      );
    }
    const at = new Date().toISOString();
    await this.#queue.append({ id: randomUUID(), at, grant, agency, owner, resource, method });
    this.#sender?.wake();
  }
}
