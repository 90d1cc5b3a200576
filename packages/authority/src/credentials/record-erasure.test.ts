import { generateSigningKey } from '@grondslag/claims';
import { signStatement } from '@grondslag/legal-basis';
import { accessGrantViewSchema, type ErasureStatement } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { expectProblem } from '../test-support/lawful-access-scene.ts';
import {
  expectStatus,
  type RegisteredAgency,
  registerAgency,
} from '../test-support/legal-bodies.ts';

let authority: TestAuthority;
let agency: RegisteredAgency;
let grant: string;
beforeAll(async () => {
  authority = await createTestAuthority();
  agency = await registerAgency(authority);
});
beforeEach(async () => {
  grant = (await issue(authority, authority.alice, grantBody(authority))).id;
});
afterAll(() => authority.close());

const path = () => `v1/access-grants/${grant.split('/').at(-1)}`;
const end = () => expectStatus(200, authority.send('PUT', `${path()}/end`, authority.bob));
const statement = (members: Partial<ErasureStatement> = {}): ErasureStatement => ({
  ...{ access: grant, agency: authority.bob.webId, erasedAt: authority.now().toISOString() },
  ...{ files: 2, bytes: 4096, recordSha256: 'a'.repeat(64) },
  ...members,
});
async function tell(members: Partial<ErasureStatement> = {}, key = agency.key, by = authority.bob) {
  const signature = await signStatement(statement(members), key);
  return authority.send('PUT', `${path()}/erasure`, by, { signature });
}
const look = async (by = authority.alice) =>
  accessGrantViewSchema.parse(
    await (await expectStatus(200, authority.send('GET', path(), by))).json(),
  );

describe('that an agency erased what it kept', () => {
  it('is signed, kept with the grant that ended, and seen by the citizen', async () => {
    await end();
    const { access: _access, agency: _agency, ...erased } = statement();
    await expectStatus(200, tell({ erasedAt: erased.erasedAt }));
    const { erasure } = await look();
    expect(erasure).toMatchObject(erased);
    expect(erasure?.signature.split('.')).toHaveLength(3);
    expect((await look(authority.bob)).erasure).toEqual(erasure);
  });

  it('is said once: the first one stays', async () => {
    await end();
    await expectStatus(200, tell({ files: 1 }));
    await expectStatus(200, tell({ files: 9 }));
    expect((await look()).erasure?.files).toBe(1);
  });

  it('is said after a withdrawal too', async () => {
    await expectStatus(200, authority.send('PUT', `${path()}/withdrawal`, authority.alice));
    await expectStatus(200, tell());
    expect(await look()).toMatchObject({ endedBy: 'citizen', erasure: { files: 2 } });
  });

  it('is refused while more can be read', async () => {
    await expectProblem(409, 'access_not_ended', tell());
  });

  it.each<[string, Partial<ErasureStatement>]>([
    ['another grant', { access: 'https://access.example/vc/1' }],
    ['another agency', { agency: 'https://elsewhere.example/#me' }],
    ['the future', { erasedAt: '2100-01-01T00:00:00Z' }],
  ])('is refused of %s', async (_, members) => {
    await end();
    const problem = await (await expectStatus(422, tell(members))).json();
    expect(problem).toMatchObject({ code: 'signature_invalid' });
    expect((await look()).erasure).toBeUndefined();
  });

  it('is refused under a key that is not in the register, and of who had no such grant', async () => {
    await end();
    const { key } = await generateSigningKey(agency.key.id);
    await expectStatus(422, tell({}, key));
    await expectStatus(403, tell({}, agency.key, authority.alice));
    await expectStatus(403, tell({}, agency.key, authority.eve));
    expect((await look()).erasure).toBeUndefined();
  });

  it('is refused of an agency that is not in the register', async () => {
    const body = grantBody(authority, { isProvidedTo: authority.eve.webId });
    grant = (await issue(authority, authority.alice, body)).id;
    await expectStatus(200, authority.send('PUT', `${path()}/end`, authority.eve));
    const signature = await signStatement(statement({ agency: authority.eve.webId }), agency.key);
    const sent = authority.send('PUT', `${path()}/erasure`, authority.eve, { signature });
    expect(await (await sent).json()).toMatchObject({ code: 'participant_unknown' });
  });
});
