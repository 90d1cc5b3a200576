import {
  type CorrectionView,
  correctionViewSchema,
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  type RightsRequestView,
  rightsRequestViewSchema,
} from '@grondslag/legal-basis';
import { type AccessGrant, explanationToFields } from '@grondslag/protocol';
import { letterSchema } from '@grondslag/protocol/counter';
import type { CloudEvent, HelperView } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { asHelper, startHelp } from '../test-support/helper-scene.ts';
import {
  expectStatus,
  official,
  publish,
  registerWithMandate,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let noor: Person;
let helper: HelperView;
let open: IssuedLawfulAccess;
let hidden: IssuedLawfulAccess;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  const agency = await registerWithMandate(authority);
  open = await give(agency.mandate.id);
  const { mandate } = await publish(authority, agency, { accessDays: 5, hiddenFromHelpers: true });
  hidden = await give(mandate.id);
});
afterAll(() => authority.close());
beforeEach(async () => {
  await authority.database.db.updateTable('helper').set({ ended_at: new Date() }).execute();
  await authority.database.db.deleteFrom('correction_recipient').execute();
  await authority.database.db.deleteFrom('correction').execute();
  await authority.database.db.deleteFrom('rights_request').execute();
  noor = await authority.provider.person(`noor${++number}`);
  helper = await startHelp(authority, noor);
});

async function give(mandate: string): Promise<IssuedLawfulAccess> {
  const body = { mandate, citizen: authority.alice.webId };
  const sent = authority.send('POST', 'v1/lawful-accesses', authority.bob, body);
  return issuedLawfulAccessSchema.parse(await (await expectStatus(201, sent)).json());
}
const fact = (name: string) => authority.inPod(`facts/${name}`);
const give2025 = (name = 'income/2025') =>
  issue(
    authority,
    authority.alice,
    grantBody(authority, { forPersonalData: [fact(name)] }),
  ) as Promise<AccessGrant>;
const act = (method: string, path: string, body?: unknown, as = helper, by = noor) =>
  authority.send(method, path, by, body, asHelper(as));
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const items = async <T>(sent: Promise<Response>) =>
  ((await (await expectStatus(200, sent)).json()) as { items: T[] }).items;
const acts = () => items(authority.send('GET', `${helper.id}/acts`, authority.alice));
async function looksOnly() {
  const jan = await authority.provider.person(`jan${number}`);
  return { jan, looks: await startHelp(authority, jan, { may: 'see' }) };
}

describe('a report of an error by a helper', () => {
  const body = (resource = fact('income/2025')) => ({
    resource,
    credential: 'urn:uuid:0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21',
    claimType: 'https://w3id.org/grondslag/terms#YearIncome',
    source: 'https://source.example/',
    fields: [{ name: 'amount', shouldBe: '19475.50' }],
  });
  const report = async (): Promise<CorrectionView> => {
    const sent = await expectStatus(201, act('POST', 'v1/corrections', body()));
    return correctionViewSchema.parse(await sent.json());
  };

  it('is the citizen’s, and says in the report, the event and the acts who made it', async () => {
    const { correction } = await report();
    expect(correction).toMatchObject({ citizen: authority.alice.webId, helper: helper.id });
    expect(JSON.stringify(correction)).not.toContain(noor.webId);
    expect(await acts()).toMatchObject([{ did: 'reported', subject: correction.id }]);
    const events = await authority.send('GET', 'v1/events?limit=500', authority.alice);
    const told = ((await events.json()) as CloudEvent[]).at(-1);
    expect(told).toMatchObject({ subject: correction.id, data: { actedBy: helper.id } });
    const seen = await items<CorrectionView>(act('GET', 'v1/corrections'));
    expect(seen.map((one) => one.correction.id)).toEqual([correction.id]);
    await expectStatus(200, act('GET', correction.id));
  });

  it('is about a fact that is shown, and never about another or a whole theme', async () => {
    for (const name of ['income/2024', 'income/', 'home/2025']) {
      await refused(403, 'outside_help', act('POST', 'v1/corrections', body(fact(name))));
    }
    const eves = fact('income/2025').replace('/alice/', '/eve/');
    await refused(403, 'outside_help', act('POST', 'v1/corrections', body(eves)));
  });

  it('of the citizen about a fact that is hidden is not seen', async () => {
    const sent = body(fact('income/2024'));
    const mine = authority.send('POST', 'v1/corrections', authority.alice, sent);
    const { correction } = correctionViewSchema.parse(await (await expectStatus(201, mine)).json());
    expect(await items(act('GET', 'v1/corrections'))).toEqual([]);
    await refused(404, 'correction_not_found', act('GET', correction.id));
  });

  it('is not made by who may only look, nor answered by a helper', async () => {
    const { jan, looks } = await looksOnly();
    const sent = act('POST', 'v1/corrections', body(), looks, jan);
    await refused(403, 'helper_may_only_see', sent);
    const { correction } = await report();
    const step = { step: 'in-examination', by: official };
    await refused(403, 'not_for_helpers', act('POST', `${correction.id}/steps`, step));
  });

  it('of what a source is asked by others is not seen under the source’s own login', async () => {
    await report();
    const asSource = await startHelp(authority, authority.source, {}, []);
    expect(
      await items(act('GET', 'v1/corrections', undefined, asSource, authority.source)),
    ).toEqual([]);
  });
});

describe('a request by a right of a helper', () => {
  const ask = (about: string, right = 'erasure', as = helper, by = noor) =>
    act('POST', 'v1/rights-requests', { right, about }, as, by);
  const read = async (sent: Promise<Response>): Promise<RightsRequestView> =>
    rightsRequestViewSchema.parse(await (await expectStatus(201, sent)).json());

  it.each(['a permission', 'access by law'])(
    'is about %s in sight, and says who asked',
    async (what) => {
      const about = what === 'a permission' ? (await give2025()).id : open.access.id;
      const { request } = await read(ask(about));
      expect(request).toMatchObject({
        ...{ citizen: authority.alice.webId, agency: authority.bob.webId, helper: helper.id },
      });
      expect(await acts()).toMatchObject([{ did: 'asked', subject: request.id }]);
      const seen = await items<RightsRequestView>(act('GET', 'v1/rights-requests'));
      expect(seen.map((one) => one.request.id)).toEqual([request.id]);
      await expectStatus(200, act('GET', request.id));
      const agencys = authority.send('GET', request.id, authority.bob);
      expect(JSON.stringify(await (await expectStatus(200, agencys)).json())).not.toContain(
        noor.webId,
      );
    },
  );

  it('is by a right that goes with the ground', async () => {
    await refused(409, 'no_such_right', ask(open.access.id, 'portability'));
  });

  it('is never about what is out of sight, of the hidden class, or the help itself', async () => {
    const outOfSight = await give2025('income/2024');
    for (const about of [outOfSight.id, hidden.access.id, helper.grant ?? '']) {
      await refused(404, 'credential_not_found', ask(about));
      await expect(acts()).resolves.toEqual([]);
    }
    const study = await startHelp(authority, noor, { themes: ['study'] }, []);
    await refused(404, 'credential_not_found', ask(open.access.id, 'erasure', study));
  });

  it('of the citizen about what is hidden is not seen', async () => {
    const outOfSight = await give2025('income/2024');
    for (const about of [outOfSight.id, hidden.access.id]) {
      const body = { right: 'access', about };
      const mine = authority.send('POST', 'v1/rights-requests', authority.alice, body);
      const { request } = await read(mine);
      expect(await items(act('GET', 'v1/rights-requests'))).toEqual([]);
      await refused(404, 'rights_request_not_found', act('GET', request.id));
    }
  });

  it('is not made by who may only look, nor answered by a helper', async () => {
    const { jan, looks } = await looksOnly();
    await refused(403, 'helper_may_only_see', ask(open.access.id, 'erasure', looks, jan));
    const { request } = await read(ask(open.access.id));
    await refused(403, 'not_for_helpers', act('PUT', `${request.id}/answer`, {}));
  });
});

describe('a letter to the citizen', () => {
  async function letterAbout(path: string) {
    const agency = await authority.provider.person(`agency${number}`);
    const resource = authority.inPod(path);
    const claimType = 'https://w3id.org/grondslag/terms#IncomeCredential';
    const explained = explanationToFields({
      purposeInWords: { nl: 'Een toeslag.' },
      needs: [{ resource, claimType, reason: { nl: 'Voor de hoogte.' }, required: true }],
      otherRoute: { text: { nl: 'Bel ons.' } },
    });
    const body = requestBody(authority, { forPersonalData: [resource], ...explained });
    const request = await issue(authority, agency, body);
    const at = `${request.id.replace('/vc/', '/v1/access-requests/')}/letter`;
    const sent = authority.send('PUT', at, agency, { bornOn: '1957-03-04' });
    return { request, letter: letterSchema.parse(await (await expectStatus(200, sent)).json()) };
  }
  const look = (code: string) => act('POST', 'v1/letters', { code });

  it('leads a helper to its question, when the question is in sight', async () => {
    const { letter, request } = await letterAbout('facts/income/');
    const found = await expectStatus(200, look(letter.code));
    expect(await found.json()).toEqual({ request: request.id });
  });

  it('about another theme is for a helper as one that is not there', async () => {
    const { letter } = await letterAbout('facts/home/');
    await refused(404, 'letter_unknown', look(letter.code));
  });

  it('is not answered at a counter in the name of the citizen', async () => {
    for (const path of ['v1/counter/questions', 'v1/counter/answers', 'v1/counter/withdrawals']) {
      await refused(403, 'not_for_helpers', act('POST', path, {}));
    }
    await refused(403, 'not_for_helpers', act('GET', 'v1/counter/entries'));
  });
});

describe('a receipt', () => {
  it('of what was given and ended in sight is in the lists of a helper, and nothing else', async () => {
    const [ended, outOfSight] = [await give2025(), await give2025('income/2024')];
    for (const { id } of [ended, outOfSight]) {
      const path = `${id.replace('/vc/', '/v1/access-grants/')}/withdrawal`;
      await expectStatus(200, authority.send('PUT', path, authority.alice));
    }
    const search = 'v1/access-grants?state=revoked&pageSize=100';
    const seen = await items<{ credential: string; revokedAt: string }>(act('GET', search));
    expect(seen).toContainEqual(
      expect.objectContaining({ credential: ended.id, revokedAt: expect.any(String) }),
    );
    expect(seen.map(({ credential }) => credential)).not.toContain(outOfSight.id);
    const one = (id: string) => act('GET', id.replace('/vc/', '/v1/access-grants/'));
    await expectStatus(200, one(ended.id));
    await refused(404, 'credential_not_found', one(outOfSight.id));
  });

  it('of what is in sight can be kept by a helper as it was signed', async () => {
    const grant = await give2025();
    for (const { id } of [grant, open.credential]) {
      expect(await (await expectStatus(200, act('GET', id))).json()).toMatchObject({ id });
    }
    await refused(404, 'credential_not_found', act('GET', hidden.credential.id));
  });
});
