import {
  ForbiddenHttpError,
  WebSocket2023Handler,
  type WebSocket2023HandlerInput,
} from '@solid/community-server';
import type { GrantStatusBoard, IssuedGrant } from '../status-feed/grant-status-board.ts';
import { grantOf } from './grant-channel.ts';

/** RFC 6455 §7.4.1: policy violation. */
const ACCESS_ENDED = 1008;

type Socket = WebSocket2023HandlerInput['webSocket'];

/** Closes the sockets of a channel when the grant under which it was opened ends, and opens none after that. */
export class GrantSocketStorer extends WebSocket2023Handler {
  readonly #source: WebSocket2023Handler;
  readonly #board: GrantStatusBoard;
  readonly #sockets = new Map<string, Set<Socket>>();

  /** @param source - Keeps the sockets for the server's own emitter. */
  constructor(source: WebSocket2023Handler, board: GrantStatusBoard) {
    super();
    this.#source = source;
    this.#board = board;
    board.onEnded((ended) => {
      for (const socket of this.#sockets.get(keyOf(ended)) ?? []) close(socket);
    });
  }

  /** @throws {ForbiddenHttpError} when the grant has ended: the server then closes the socket. */
  override async handle(input: WebSocket2023HandlerInput): Promise<void> {
    const { channel, webSocket } = input;
    const grant = grantOf(channel);
    if (grant) {
      // Kept before the question: the grant may end while it is asked.
      const timer = setTimeout(() => close(webSocket), (channel.endAt ?? Date.now()) - Date.now());
      timer.unref();
      this.#keep(grant, webSocket, timer);
      if ((await this.#board.check(grant)) !== 'honoured') {
        throw new ForbiddenHttpError('The access under which this channel was opened has ended.');
      }
    }
    await this.#source.handleSafe(input);
  }

  #keep(grant: IssuedGrant, socket: Socket, timer: NodeJS.Timeout): void {
    const key = keyOf(grant);
    const sockets = this.#sockets.get(key) ?? new Set();
    this.#sockets.set(key, sockets.add(socket));
    socket.on('close', () => {
      clearTimeout(timer);
      sockets.delete(socket);
      if (sockets.size === 0 && this.#sockets.get(key) === sockets) this.#sockets.delete(key);
    });
  }
}

function close(socket: Socket): void {
  socket.close(ACCESS_ENDED, 'The access has ended.');
}

function keyOf({ authority, grant }: IssuedGrant): string {
  return JSON.stringify([authority, grant]);
}
