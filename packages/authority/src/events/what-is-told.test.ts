import { cloudEventSchema } from '@grondslag/protocol/v1';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import {
  breakGlassExample,
  expectStatus,
  official,
  publish,
  registerEmergency,
  step,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const MINUTE = 60_000;
const scene = setLawfulAccessScene();

/** What a person was told since the test began, as type and id. */
async function heard(by: Person = scene.citizen): Promise<readonly (readonly string[])[]> {
  const { authority } = scene;
  await authority.stores.events.tellLater(authority.now(), 500);
  const answer = await expectStatus(200, authority.send('GET', 'v1/events?limit=500', by));
  return z
    .array(cloudEventSchema)
    .parse(await answer.json())
    .map(({ type, subject }) => [type.replace(/^org.w3id.grondslag.|.v1$/g, ''), subject]);
}
const idOf = async (sent: Promise<Response>, name: string) => {
  const answer = z.looseObject({ [name]: z.looseObject({ id: z.url() }) });
  return answer.parse(await (await expectStatus(201, sent)).json())[name]?.id ?? '';
};
const answered = { by: official, reasons: { nl: 'Wij hebben dit afgewogen.' } };
const put = (id: string, what: string, body: object = answered) =>
  expectStatus(200, scene.authority.send('PUT', `${id}/${what}`, scene.authority.bob, body));
const report = (grant: string) =>
  scene.authority.report(
    ['2024', '2025'].map((year) => ({
      ...{ id: crypto.randomUUID(), at: scene.authority.now().toISOString(), method: 'GET', grant },
      ...{ agency: scene.authority.bob.webId, owner: scene.citizen.webId },
      resource: scene.inVault(`facts/income/${year}.jsonld`),
    })),
  );

it('tells the citizen and the agency of an objection, and of what is done with it', async () => {
  const { access, credential } = await scene.give();
  const body = { access: access.id, grounds: 'Ik zit in een echtscheiding.' };
  const sent = scene.authority.send('POST', 'v1/objections', scene.citizen, body);
  const id = await idOf(sent, 'objection');
  await put(id, 'extension');
  await put(id, 'answer', { ...answered, outcome: 'rejected' });
  const told = [
    ['objection.received', id],
    ['lawful-access.suspended', credential.id],
    ['objection.changed', id],
    ['objection.changed', id],
    ['lawful-access.resumed', credential.id],
  ];
  expect((await heard()).slice(1)).toEqual(told);
  expect((await heard(scene.authority.bob)).slice(-5)).toEqual(told);
});

it('tells the citizen and the agency of a request by a right, and of what is done with it', async () => {
  const { access } = await scene.give();
  const body = { right: 'erasure', about: access.id };
  const sent = scene.authority.send('POST', 'v1/rights-requests', scene.citizen, body);
  const id = await idOf(sent, 'request');
  await put(id, 'extension');
  await put(id, 'answer', { ...answered, outcome: 'granted' });
  const told = [
    ['rights-request.received', id],
    ['rights-request.changed', id],
    ['rights-request.changed', id],
  ];
  expect((await heard()).slice(1)).toEqual(told);
  expect((await heard(scene.authority.bob)).slice(-3)).toEqual(told);
});

it('tells the citizen that something was read, once for a report, and the agency nothing', async () => {
  const { credential } = await scene.give();
  await report(credential.id);
  expect((await heard()).slice(1)).toEqual([['read.recorded', credential.id]]);
  expect((await heard(scene.authority.bob)).at(-1)).toEqual(['lawful-access.given', credential.id]);
});

it('tells nothing of access with a delayed notice, or of what is read by it, until that opens', async () => {
  const delay = {
    ground: { nl: 'Het onderzoek zou mislukken.' },
    article: '23(1)(e)',
    until: scene.authority.inDays(40),
    overseer: { name: 'P. Rechter', role: 'Toezichthouder' },
  };
  const { mandate } = await publish(scene.authority, scene.agency, {
    notice: { when: 'delayed', delay },
  });
  const { credential } = await scene.give({ mandate: mandate.id });
  await report(credential.id);
  await expectStatus(201, step(scene.authority, scene.authority.bob, mandate, { step: 'ended' }));
  const told = [
    ['lawful-access.given', credential.id],
    ['lawful-access.ended', credential.id],
  ];
  expect(await heard()).toEqual([]);
  expect((await heard(scene.authority.bob)).slice(-2)).toEqual(told);
  const ahead = 40 * 1440 * MINUTE + MINUTE;
  scene.authority.advance(ahead);
  try {
    expect(await heard()).toEqual([
      ['lawful-access.given', credential.id],
      ['read.recorded', credential.id],
      ['lawful-access.ended', credential.id],
    ]);
  } finally {
    scene.authority.advance(-ahead);
  }
});

it('tells the citizen of the review of an emergency when its minutes are over', async () => {
  const { authority } = scene;
  const activity = await registerEmergency(authority);
  const { access, credential } = await scene.give({
    ...{ mandate: undefined, activity, breakGlass: breakGlassExample },
  });
  await put(access.id, 'review', {
    ...{ outcome: 'justified', reasons: { nl: 'Er was brand.' } },
    by: { name: 'F. Gegeven', role: 'Functionaris gegevensbescherming' },
  });
  const reviewed = ['lawful-access.reviewed', credential.id];
  expect(await heard()).toEqual([]);
  expect((await heard(authority.bob)).at(-1)).toEqual(reviewed);
  const ahead = Date.parse(access.validUntil) - authority.now().getTime() + MINUTE;
  authority.advance(ahead);
  try {
    expect((await heard()).at(-1)).toEqual(reviewed);
  } finally {
    authority.advance(-ahead);
  }
});
