import { NotificationEmitter, type NotificationEmitterInput } from '@solid/community-server';
import type { GrantStatusBoard } from '../status-feed/grant-status-board.ts';
import { grantOf } from './grant-channel.ts';

/** Tells of a change only while the grant under which the channel was opened holds, as certain as for a read. */
export class GrantChannelEmitter extends NotificationEmitter {
  readonly #source: NotificationEmitter;
  readonly #board: GrantStatusBoard;

  constructor(source: NotificationEmitter, board: GrantStatusBoard) {
    super();
    this.#source = source;
    this.#board = board;
  }

  override async handle(input: NotificationEmitterInput): Promise<void> {
    const grant = grantOf(input.channel);
    if (grant && (await this.#board.check(grant)) !== 'honoured') {
      input.representation.data.destroy();
      return;
    }
    await this.#source.handleSafe(input);
  }
}
