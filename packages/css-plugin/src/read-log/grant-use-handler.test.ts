import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  BasicRepresentation,
  ConflictHttpError,
  CredentialsExtractor,
  type Guarded,
  guardStream,
  NotFoundHttpError,
  OkResponseDescription,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  RepresentationMetadata,
  type ResponseDescription,
} from '@solid/community-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccessGrantCredentials } from '../grant-token/access-grant-credentials.ts';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { GrantStatusBoard } from '../status-feed/grant-status-board.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { GrantUseHandler } from './grant-use-handler.ts';
import { openReadQueue } from './open-read-queue.ts';
import { ReadLog } from './read-log.ts';

const grant = 'https://authority.example/vc/1';
/** Where the records for the authority wait. */
const queueFolder = () => join(folder, 'queue', encodeURIComponent(authority.url));

class FixedCredentials extends CredentialsExtractor {
  readonly accessGrant = new AccessGrantCredentials({
    iss: authority.url,
    aud: 'https://vault.example/',
    sub: 'https://agency.example/profile#this',
    jti: 'a7f0b5b4-6f1c-4e4c-8a37-0b3f2b8f6c11',
    iat: 0,
    exp: 60,
    grant,
    owner: 'https://vault.example/an/profile/card#me',
    permissions: [{ resource: 'https://vault.example/an/', modes: ['read'], inherit: true }],
  });
  override async handle() {
    return { accessGrant: this.accessGrant };
  }
}

type GiveAnswer = () => ResponseDescription | Promise<ResponseDescription>;
class Answer extends OperationHttpHandler {
  readonly #answer: GiveAnswer;
  constructor(answer: GiveAnswer) {
    super();
    this.#answer = answer;
  }
  override async handle() {
    return this.#answer();
  }
}

let authority: AuthorityDouble;
let board: GrantStatusBoard;
let folder: string;
let data: Guarded<Readable>;
beforeEach(async () => {
  authority = await startAuthorityDouble();
  authority.answerReadsWith(503); // records stay where they can be seen
  folder = await mkdtemp(join(tmpdir(), 'grondslag-use-'));
  data = guardStream(Readable.from(['text of the owner']));
});
afterEach(async () => {
  await board.finalize();
  await authority.stop();
  await rm(folder, { recursive: true, force: true });
});

const served = () => new OkResponseDescription(new RepresentationMetadata(), data);
const input = {
  request: {},
  operation: {
    method: 'GET',
    target: { path: 'https://vault.example/an/note.txt' },
    preferences: {},
    body: new BasicRepresentation(),
  },
} as unknown as OperationHttpHandlerInput;

function createHandler(answer: GiveAnswer) {
  const settings = new GrondslagSettings(authority.url, join(folder, 'queue'), secret);
  const readLog = new ReadLog(settings, 'https://vault.example/', join(folder, 'vaults'));
  board = new GrantStatusBoard(settings, 'https://vault.example/');
  const notUnderGrant = new Answer(() => {
    throw new Error('not under a grant');
  });
  const handler = new GrantUseHandler(
    new FixedCredentials(),
    settings,
    board,
    readLog,
    new Answer(answer),
    notUnderGrant,
  );
  return { handler, readLog };
}

async function stored() {
  const queue = await openReadQueue({ folder: queueFolder() });
  const segments = await queue.listClosedSegments();
  return (await Promise.all(segments.map((name) => queue.readSegment(name)))).flat();
}

describe(GrantUseHandler, () => {
  it('hands on the answer when the use is on disk', async () => {
    const { handler, readLog } = createHandler(served);
    await Promise.all([readLog.initialize(), board.initialize()]);
    const response = await handler.handleSafe(input);
    expect(response.data).toBe(data);
    expect(await stored()).toMatchObject([
      { method: 'GET', resource: 'https://vault.example/an/note.txt' },
    ]);
    await readLog.finalize();
  });

  it('serves nothing when the use cannot be recorded, and lets go of the resource', async () => {
    const { handler, readLog } = createHandler(served);
    await Promise.all([readLog.initialize(), board.initialize()]);
    await rm(join(folder, 'queue'), { recursive: true });
    await expect(handler.handleSafe(input)).rejects.toMatchObject({ statusCode: 500 });
    expect(data.destroyed).toBe(true);
    await readLog.finalize();
  });

  it('serves nothing before the log is open', async () => {
    const { handler } = createHandler(served);
    await board.initialize();
    await expect(handler.handleSafe(input)).rejects.toMatchObject({ statusCode: 500 });
  });

  it('records a change before it is made, so that a crash cannot hide it', async () => {
    let recordedBefore: number | undefined;
    const { handler, readLog } = createHandler(() => {
      const queue = queueFolder();
      recordedBefore = readdirSync(queue).filter((name) => statSync(join(queue, name)).size).length;
      throw new ConflictHttpError();
    });
    await Promise.all([readLog.initialize(), board.initialize()]);
    const operation = { ...input.operation, method: 'DELETE' };
    await expect(handler.handleSafe({ ...input, operation })).rejects.toMatchObject({
      statusCode: 409,
    });
    expect(recordedBefore).toBe(1);
    expect(await stored()).toMatchObject([{ method: 'DELETE' }]);
    await readLog.finalize();
  });

  it('serves nothing when the grant ended while the resource was read', async () => {
    const { handler, readLog } = createHandler(async () => {
      authority.changeStatus(grant, 'revoked');
      const ofGrant = { authority: authority.url, grant };
      await vi.waitFor(async () => expect(await board.check(ofGrant)).toBe('ended'), 5_000);
      return served();
    });
    await Promise.all([readLog.initialize(), board.initialize()]);
    await expect(handler.handleSafe(input)).rejects.toMatchObject({ statusCode: 401 });
    expect(data.destroyed).toBe(true);
    expect(await stored()).toEqual([]);
    await readLog.finalize();
  });

  it('serves nothing while the authority is silent', async () => {
    const { handler, readLog } = createHandler(served);
    authority.keepSilent(true);
    await Promise.all([readLog.initialize(), board.initialize()]);
    await expect(handler.handleSafe(input)).rejects.toMatchObject({ statusCode: 503 });
    await readLog.finalize();
  });

  it('records nothing when nothing was served', async () => {
    const { handler, readLog } = createHandler(() => {
      throw new NotFoundHttpError();
    });
    await Promise.all([readLog.initialize(), board.initialize()]);
    await expect(handler.handleSafe(input)).rejects.toMatchObject({ statusCode: 404 });
    expect(await stored()).toEqual([]);
    await readLog.finalize();
  });
});
