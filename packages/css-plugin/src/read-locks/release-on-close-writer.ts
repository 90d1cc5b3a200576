import { ResponseWriter } from '@solid/community-server';

type Input = Parameters<ResponseWriter['handle']>[0];

/**
 * Gives back the read lock of an answer as soon as nobody waits for it any more.
 *
 * The lock on a resource is held until its data has been read. The server's own writer pipes that data into the
 * response; when the client went away before, the response has already told so, the pipe never hears of it, and
 * the lock stays until it expires (6 s), during which nobody can write.
 */
export class ReleaseOnCloseWriter extends ResponseWriter {
  readonly #source: ResponseWriter;

  /** @param source - Writes the answer. */
  constructor(source: ResponseWriter) {
    super();
    this.#source = source;
  }

  override async canHandle(input: Input): Promise<void> {
    await this.#source.canHandle(input);
  }

  override async handle(input: Input): Promise<void> {
    const { response, result } = input;
    const release = () => result.data?.destroy();
    if (response.destroyed) {
      release();
      return;
    }
    // also between here and the pipe: headers are written asynchronously
    response.once('close', release);
    await this.#source.handle(input);
  }
}
