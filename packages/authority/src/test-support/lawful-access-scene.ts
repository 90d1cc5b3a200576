import {
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  type LawfulAccessView,
  lawfulAccessViewSchema,
  type Notice,
  noticeSchema,
} from '@grondslag/legal-basis';
import { pageSchema } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createTestAuthority, type TestAuthority } from './create-test-authority.ts';
import { expectStatus, type RegisteredAgency, registerWithMandate } from './legal-bodies.ts';
import type { Person } from './start-identity-provider.ts';

/** An authority, an agency with a published mandate, and for each test a citizen nobody knows yet. */
export interface LawfulAccessScene {
  readonly authority: TestAuthority;
  /** Bob, in the register. */
  readonly agency: RegisteredAgency & Awaited<ReturnType<typeof registerWithMandate>>;
  readonly citizen: Person;
  /** Somebody nobody knows yet, by a name of this test's own. */
  person(name: string): Promise<Person>;
  inVault(path: string): string;
  /** Asks for access to the data of the citizen; under the mandate, unless `members` say otherwise. */
  ask(members?: object, by?: Person): Promise<Response>;
  give(members?: object, by?: Person): Promise<IssuedLawfulAccess>;
  look(given: IssuedLawfulAccess, by?: Person): Promise<LawfulAccessView>;
  /** For a token that opens one resource in the vault of the citizen. */
  exchange(given: IssuedLawfulAccess, path?: string, by?: Person): Promise<Response>;
  /** What the citizen is told, newest first. */
  notices(): Promise<readonly Notice[]>;
}

/** Sets the scene for the tests of a file. */
export function setLawfulAccessScene(): LawfulAccessScene {
  let opened: Pick<LawfulAccessScene, 'authority' | 'agency'> | undefined;
  let citizen: Person | undefined;
  let number = 0;
  const get = () => {
    if (opened === undefined) throw new Error('the scene is there only while tests run');
    return opened;
  };
  beforeAll(async () => {
    const authority = await createTestAuthority('https://access.example/gate/');
    opened = { authority, agency: await registerWithMandate(authority) };
  });
  afterAll(() => opened?.authority.close());
  // What one citizen did says nothing of another.
  beforeEach(async () => {
    citizen = await get().authority.provider.person(`citizen${++number}`);
  });
  const scene: LawfulAccessScene = {
    get authority() {
      return get().authority;
    },
    get agency() {
      return get().agency;
    },
    get citizen() {
      if (citizen === undefined) throw new Error('there is a citizen only while a test runs');
      return citizen;
    },
    person: (name) => get().authority.provider.person(`${name}${number}`),
    inVault: (path) => scene.citizen.webId.replace('profile/card#me', path),
    ask: (members = {}, by = get().authority.bob) =>
      get().authority.send('POST', 'v1/lawful-accesses', by, {
        mandate: get().agency.mandate.id,
        citizen: scene.citizen.webId,
        ...members,
      }),
    async give(members, by) {
      const answer = await expectStatus(201, scene.ask(members, by));
      return issuedLawfulAccessSchema.parse(await answer.json());
    },
    async look({ access }, by = scene.citizen) {
      const answer = await expectStatus(200, get().authority.send('GET', access.id, by));
      return lawfulAccessViewSchema.parse(await answer.json());
    },
    async exchange({ credential }, path = 'facts/income/2025.jsonld', by = get().authority.bob) {
      const ticket = await get().authority.ticket([scene.inVault(path)]);
      return get().authority.exchange(by, credential, ticket);
    },
    async notices() {
      const sent = get().authority.send('GET', 'v1/notices', scene.citizen);
      return pageSchema(noticeSchema).parse(await (await expectStatus(200, sent)).json()).items;
    },
  };
  return scene;
}

/** @throws {Error} with the answer when it is another problem */
export async function expectProblem(
  status: number,
  code: string,
  sent: Promise<Response>,
): Promise<object> {
  const problem = (await (await expectStatus(status, sent)).json()) as object;
  expect(problem).toMatchObject({ code });
  return problem;
}
