import { expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { createLawClient } from './law-client.ts';

const baseUrl = 'https://authority.example/';

/** Answers each request from a list, and remembers what was asked. */
function authorityThatAnswers(...answers: Response[]) {
  const asked: { url: string; body: unknown }[] = [];
  const client = createLawClient({
    baseUrl,
    fetch: async (url, init) => {
      asked.push({ url, body: init?.body });
      const answer = answers.shift();
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
  });
  return { client, asked };
}

it('asks for what may be read of this citizen, on all pages', async () => {
  const items = [exampleLawfulAccess()];
  const next = `${baseUrl}v1/lawful-accesses?citizen=me&cursor=1`;
  const { client, asked } = authorityThatAnswers(
    Response.json({ items, next }),
    Response.json({ items }),
  );
  expect(await client.lawfulAccesses()).toHaveLength(2);
  expect(asked.map(({ url }) => url)).toEqual([`${baseUrl}v1/lawful-accesses?citizen=me`, next]);
});

it('sends an objection with the words of the citizen, and gives what came of it', async () => {
  const { access } = exampleLawfulAccess();
  const objection = {
    id: `${baseUrl}v1/objections/1`,
    ...{ access: access.id, citizen: access.citizen, agency: access.agency },
    mandate: `${baseUrl}v1/mandates/1`,
    ...{ grounds: 'Dit past niet.', receivedAt: '2026-11-22T09:00:00Z' },
  };
  const view = {
    ...{ objection, state: 'received', suspendsAccess: true },
    answerBefore: '2026-12-22T09:00:00Z',
  };
  const { client, asked } = authorityThatAnswers(Response.json(view, { status: 201 }));
  expect(await client.object(access.id, 'Dit past niet.')).toEqual(view);
  expect(asked).toEqual([
    {
      url: `${baseUrl}v1/objections`,
      body: JSON.stringify({ access: access.id, grounds: 'Dit past niet.' }),
    },
  ]);
});

it('does not show an answer of another shape', async () => {
  const { client } = authorityThatAnswers(Response.json({ items: [{ id: 'no' }] }));
  await expect(client.notices()).rejects.toMatchObject({ code: 'unexpected_answer' });
});
