import {
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import type { CloudEvent, HelperView } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { asHelper, startHelp } from '../test-support/helper-scene.ts';
import {
  breakGlassExample,
  expectStatus,
  publish,
  registerEmergency,
  registerWithMandate,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let noor: Person;
let helper: HelperView;
let open: IssuedLawfulAccess;
let hidden: IssuedLawfulAccess;
let emergency: IssuedLawfulAccess;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  const agency = await registerWithMandate(authority);
  open = await give({ mandate: agency.mandate.id });
  const { mandate } = await publish(authority, agency, { accessDays: 5, hiddenFromHelpers: true });
  hidden = await give({ mandate: mandate.id });
  const activity = await registerEmergency(authority);
  emergency = await give({ activity, breakGlass: breakGlassExample });
});
afterAll(() => authority.close());
beforeEach(async () => {
  noor = await authority.provider.person('noor');
  helper = await startHelp(authority, noor);
});

async function give(body: object): Promise<IssuedLawfulAccess> {
  const whole = { ...body, citizen: authority.alice.webId };
  const sent = authority.send('POST', 'v1/lawful-accesses', authority.bob, whole);
  return issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json());
}
const act = (method: string, path: string, body?: object, as = helper, by = noor) =>
  authority.send(method, path, by, body, asHelper(as));
const items = async <T>(sent: Promise<Response>) =>
  ((await (await expectStatus(200, sent)).json()) as { items: T[] }).items;
const accesses = async (as?: HelperView) => {
  const path = 'v1/lawful-accesses?citizen=me';
  const sent = as ? act('GET', path, undefined, as) : authority.send('GET', path, authority.alice);
  return (await items<{ access: { id: string } }>(sent)).map(({ access }) => access.id);
};
const notices = async (as?: HelperView) => {
  const sent = as
    ? act('GET', 'v1/notices', undefined, as)
    : authority.send('GET', 'v1/notices', authority.alice);
  return (await items<{ access?: string }>(sent)).map(({ access }) => access);
};
const object = ({ access }: IssuedLawfulAccess) =>
  act('POST', 'v1/objections', { access: access.id, grounds: 'Zij vindt dit niet passen.' });
const refused = async (status: number, code: string, sent: Promise<Response>) => {
  const answer = await sent;
  expect(await answer.json()).toMatchObject({ code });
  expect(answer.status).toBe(status);
};

describe('an objection of a helper', () => {
  it('suspends the access at once, and says to citizen and helper who made it', async () => {
    const sent = await expectStatus(201, object(open));
    const { objection, suspendsAccess } = objectionViewSchema.parse(await sent.json());
    expect(suspendsAccess).toBe(true);
    expect(objection).toMatchObject({ citizen: authority.alice.webId, helper: helper.id });
    const acts = await items(authority.send('GET', `${helper.id}/acts`, authority.alice));
    expect(acts).toMatchObject([{ did: 'objected', subject: objection.id }]);
    const events = await authority.send('GET', 'v1/events?limit=500', authority.alice);
    const told = ((await events.json()) as CloudEvent[]).findLast(
      ({ subject }) => subject === open.credential.id,
    );
    expect(told).toMatchObject({
      type: 'org.w3id.grondslag.lawful-access.suspended.v1',
      data: { actedBy: helper.id },
    });
    expect(await items(act('GET', 'v1/objections'))).toHaveLength(1);
    // It stays when the help has ended.
    await expectStatus(200, authority.send('PUT', `${helper.id}/end`, authority.alice));
    const after = authority.send('GET', objection.id, authority.alice);
    expect(await (await expectStatus(200, after)).json()).toMatchObject({ suspendsAccess: true });
  });

  it('is not made by who may only look', async () => {
    const looks = await startHelp(authority, noor, { may: 'see' });
    const body = { access: open.access.id, grounds: 'Nee.' };
    await refused(403, 'helper_may_only_see', act('POST', 'v1/objections', body, looks));
  });

  it('is answered by the agency, not by the helper', async () => {
    const [view] = await items<{ objection: { id: string } }>(act('GET', 'v1/objections'));
    const answered = act('PUT', `${view?.objection.id}/answer`, {});
    await refused(403, 'not_for_helpers', answered);
  });
});

describe('what a helper sees of access by law', () => {
  it('is what is about the themes', async () => {
    expect(await accesses(helper)).toEqual([open.access.id]);
    await expectStatus(200, act('GET', open.access.id));
    const why = `v1/explanations?credential=${encodeURIComponent(open.credential.id)}`;
    await expectStatus(200, act('GET', why));
    const study = await startHelp(authority, noor, { themes: ['study'] }, []);
    expect(await accesses(study)).toEqual([]);
    await refused(404, 'lawful_access_not_found', act('GET', open.access.id, undefined, study));
    expect(await notices(study)).toEqual([]);
  });

  it('is never of a mandate that hides it, nor of an emergency, though the citizen sees both', async () => {
    const minutes = 3_600_000 * 24;
    authority.advance(minutes);
    try {
      const kept = [hidden.access.id, emergency.access.id];
      expect(await accesses()).toEqual(expect.arrayContaining(kept));
      expect(await notices()).toEqual(expect.arrayContaining(kept));
      for (const id of kept) {
        expect(await accesses(helper)).not.toContain(id);
        expect(await notices(helper)).not.toContain(id);
        await refused(404, 'lawful_access_not_found', act('GET', id));
        const why = `v1/explanations?credential=${encodeURIComponent(id.replace('v1/lawful-accesses', 'vc'))}`;
        await refused(404, 'credential_not_found', act('GET', why));
      }
      expect(await notices(helper)).toContain(open.access.id);
      await refused(404, 'lawful_access_not_found', object(hidden));
      await expectStatus(200, act('GET', open.credential.id));
      for (const { credential } of [hidden, emergency]) {
        await refused(404, 'credential_not_found', act('GET', credential.id));
      }
    } finally {
      authority.advance(-minutes);
    }
  });

  it('has no side door by agency or review', async () => {
    for (const search of ['agency=me', 'agency=me&review=overdue']) {
      const sent = act('GET', `v1/lawful-accesses?${search}`);
      await refused(403, 'not_for_helpers', sent);
    }
  });

  it('is of objections only those against access in sight', async () => {
    const sent = { access: hidden.access.id, grounds: 'Nee.' };
    const mine = authority.send('POST', 'v1/objections', authority.alice, sent);
    const { objection } = objectionViewSchema.parse(await (await expectStatus(201, mine)).json());
    const seen = await items<{ objection: { id: string } }>(act('GET', 'v1/objections'));
    expect(seen.map((one) => one.objection.id)).not.toContain(objection.id);
    await refused(404, 'objection_not_found', act('GET', objection.id));
    expect(await items(authority.send('GET', 'v1/objections', authority.alice))).toHaveLength(
      seen.length + 1,
    );
  });

  it('is of the log only what was done with the facts that are shown, and nothing of the hidden class', async () => {
    const shown = authority.inPod('facts/income/2025');
    const own = await issue(authority, authority.alice, grantBody(authority));
    const other = await startHelp(authority, authority.eve);
    const line = (grant: string, agency: Person, resource = shown) => ({
      ...{ id: crypto.randomUUID(), at: authority.now().toISOString(), grant, resource },
      ...{ agency: agency.webId, owner: authority.alice.webId, method: 'GET' },
    });
    const seen = [
      line(own.id, authority.bob),
      line(open.credential.id, authority.bob),
      line(helper.grant ?? '', noor),
    ];
    const kept = [
      line(own.id, authority.bob, authority.inPod('facts/income/2024')),
      line(hidden.credential.id, authority.bob),
      line(emergency.credential.id, authority.bob),
      line(other.grant ?? '', authority.eve),
    ];
    // Of a grant that the helper does not see, neither.
    const visible = seen.slice(1).map(({ id }) => id);
    await expectStatus(200, authority.report([...seen, ...kept]));
    const ids = (await items<{ id: string }>(act('GET', 'v1/reads'))).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(visible));
    const all = await items<{ id: string }>(authority.send('GET', 'v1/reads', authority.alice));
    expect(all.length).toBeGreaterThan(ids.length + 2);
  });
});
