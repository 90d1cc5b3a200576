import { lawfulAccessViewSchema } from '@grondslag/legal-basis';
import { requestingPartyTokenSchema, tokenResponseSchema } from '@grondslag/protocol';
import { pageSchema } from '@grondslag/protocol/v1';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import { expectStatus, publish } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const BASIS = 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e';
const scene = setLawfulAccessScene();

describe('lawful access', () => {
  it('is given under a published mandate, to what sources placed, and told to the citizen', async () => {
    const given = await scene.give();
    expect(given).toMatchObject({
      state: 'active',
      access: {
        agency: scene.authority.bob.webId,
        citizen: scene.citizen.webId,
        basis: BASIS,
        mandate: { id: scene.agency.mandate.id, version: 1 },
        resources: [scene.inVault('facts/income/')],
      },
      credential: { type: ['VerifiableCredential', 'GrondslagLawfulAccess'] },
    });
    expect(JSON.stringify(given.credential)).not.toMatch(/consent/i);
    const view = await scene.look(given);
    expect(view).toMatchObject({
      state: 'active',
      why: { rule: 'public_task', article: '6(1)(e)' },
      mandate: scene.agency.mandate.id,
      information: {
        controller: { webId: scene.authority.bob.webId },
        dataProtectionOfficer: { email: 'fg@agency.example' },
        retentionDays: 180,
        laws: [{ title: { en: 'Dutch participation act' } }],
      },
    });
    const available = (right: string) => view.rights.find((one) => one.right === right)?.available;
    expect([available('object'), available('withdraw')]).toEqual(['yes', 'no']);
    expect(await scene.look(given, scene.authority.bob)).toEqual(view);
    expect(await scene.notices()).toMatchObject([
      { kind: 'access-given', access: given.access.id, information: view.information },
    ]);
  });

  it('opens, to read, with its basis in the token', async () => {
    const given = await scene.give();
    const { access_token } = tokenResponseSchema.parse(
      await (await expectStatus(200, scene.exchange(given))).json(),
    );
    const claims = requestingPartyTokenSchema.parse(decodeJwt(access_token));
    expect(claims).toMatchObject({
      grant: given.credential.id,
      owner: scene.citizen.webId,
      legal_basis: BASIS,
      permissions: [
        {
          resource: scene.inVault('facts/income/'),
          modes: ['read'],
          inherit: true,
          fields: Object.fromEntries(
            given.access.dataNeeds.map(({ claimType, fields }) => [claimType, fields]),
          ),
        },
      ],
    });
    expect(claims).not.toHaveProperty('source');
    const verified = await scene.authority.send('POST', 'verify', undefined, {
      verifiableCredential: given.credential,
    });
    expect(await verified.json()).toMatchObject({ errors: [] });
    await expectProblem(
      403,
      'resource_not_granted',
      scene.exchange(given, 'facts/home/address.jsonld'),
    );
    await expectProblem(403, 'resource_not_granted', scene.exchange(given, 'diary/today.txt'));
    await expectProblem(
      403,
      'not_recipient',
      scene.exchange(given, undefined, scene.authority.eve),
    );
  });

  it('is never found among requests and grants, and nobody withdraws it', async () => {
    const given = await scene.give();
    for (const path of [
      'query',
      'query?type=SolidAccessGrant',
      `query?resource=${encodeURIComponent(scene.inVault('facts/income/'))}`,
      'v1/access-grants',
      `v1/access-grants?citizen=${encodeURIComponent(scene.citizen.webId)}`,
    ]) {
      for (const by of [scene.citizen, scene.authority.bob]) {
        const { items } = (await (await scene.authority.send('GET', path, by)).json()) as {
          items: { id: string }[];
        };
        expect(
          items.map(({ id }) => id),
          path,
        ).not.toContain(given.credential.id);
      }
    }
    const example = { verifiableCredential: { credentialSubject: { id: scene.citizen.webId } } };
    const derived = await scene.authority.send('POST', 'derive', scene.citizen, example);
    expect(await derived.json()).toMatchObject({ verifiableCredential: [] });
    for (const by of [scene.citizen, scene.authority.bob]) {
      const id = given.credential.id;
      const change = (statusPurpose: string) => ({
        credentialId: id,
        credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose, status: '1' }],
      });
      for (const purpose of ['revocation', 'suspension']) {
        await expectProblem(
          403,
          'not_subject',
          scene.authority.send('POST', 'status', by, change(purpose)),
        );
      }
      const path = `v1/access-grants/${given.id}`;
      await expectProblem(404, 'credential_not_found', scene.authority.send('GET', path, by));
      await expectProblem(
        404,
        'credential_not_found',
        scene.authority.send('PUT', `${path}/withdrawal`, by),
      );
    }
  });

  it('waits as long as the mandate says, after the citizen was told', async () => {
    const notice = { when: 'before', waitDays: 14 } as const;
    const { mandate } = await publish(scene.authority, scene.agency, { notice });
    const given = await scene.give({ mandate: mandate.id });
    expect(given.state).toBe('waiting');
    expect(await scene.notices()).toMatchObject([{ kind: 'access-given' }]);
    await expectProblem(403, 'access_not_yet_valid', scene.exchange(given));
    const waited = new Date(given.access.validFrom).getTime() - scene.authority.now().getTime();
    expect(waited / 86_400_000).toBeCloseTo(14, 2);
  });

  it('is nobody else’s to see', async () => {
    const given = await scene.give();
    for (const by of [scene.authority.alice, scene.authority.eve]) {
      await expectProblem(
        404,
        'lawful_access_not_found',
        scene.authority.send('GET', given.access.id, by),
      );
      await expectProblem(
        403,
        'not_participant',
        scene.authority.send('GET', given.credential.id, by),
      );
      const explanations = `v1/explanations?credential=${encodeURIComponent(given.credential.id)}`;
      await expectProblem(403, 'not_participant', scene.authority.send('GET', explanations, by));
    }
    const list = async (search: string, by: Person) => {
      const answer = await scene.authority.send('GET', `v1/lawful-accesses${search}`, by);
      const page = pageSchema(lawfulAccessViewSchema).parse(await answer.json());
      return page.items.map(({ id }) => id);
    };
    expect(await list('', scene.citizen)).toEqual([given.id]);
    expect(await list('?citizen=me&state=active', scene.citizen)).toEqual([given.id]);
    expect(await list('?citizen=me&state=ended', scene.citizen)).toEqual([]);
    expect(await list('?agency=me', scene.authority.bob)).toContain(given.id);
    expect(await list('', scene.authority.eve)).toEqual([]);
    await expectProblem(
      400,
      'invalid_query',
      scene.authority.send('GET', 'v1/lawful-accesses?citizen=x', scene.citizen),
    );
  });

  it('says of every decision why, in the order they were taken', async () => {
    const given = await scene.give();
    await expectStatus(200, scene.exchange(given));
    const path = `v1/explanations?credential=${encodeURIComponent(given.credential.id)}`;
    for (const by of [scene.citizen, scene.authority.bob]) {
      expect(
        await (await expectStatus(200, scene.authority.send('GET', path, by))).json(),
      ).toMatchObject({
        items: [
          { occasion: 'access', outcome: 'allow', rule: 'public_task', article: '6(1)(e)' },
          { occasion: 'token', outcome: 'allow', rule: 'public_task' },
        ],
      });
    }
  });
});
