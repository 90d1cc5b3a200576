import { expect, it } from 'vitest';
import { exampleRequest, signed } from '../test-support/example-request.ts';
import { nextLink } from './ask-authority.ts';
import { createAuthorityClient } from './authority-client.ts';

const baseUrl = 'https://authority.example/';
const citizen = 'https://vault.example/anna/profile/card#me';

/** Answers each request from a list, and remembers what was asked. */
function authorityThatAnswers(...answers: Response[]) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const client = createAuthorityClient({
    baseUrl,
    fetch: async (url, init) => {
      asked.push({ url, init });
      const answer = answers.shift();
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
  });
  return { client, asked };
}

it('asks for pending questions to this citizen, on all pages', async () => {
  const first = Response.json(
    { items: [exampleRequest()] },
    {
      headers: {
        Link: `<${baseUrl}query?page=0>; rel="first", <${baseUrl}query?page=1>; rel="next"`,
      },
    },
  );
  const { client, asked } = authorityThatAnswers(
    first,
    Response.json({ items: [exampleRequest()] }),
  );
  expect(await client.requests(citizen, 'Pending')).toHaveLength(2);
  expect(asked.map(({ url }) => url)).toEqual([
    `${baseUrl}query?type=SolidAccessRequest&status=Pending&toAgent=${encodeURIComponent(citizen)}`,
    `${baseUrl}query?page=1`,
  ]);
});

it('withdraws by the status of the permission itself', async () => {
  const { client, asked } = authorityThatAnswers(Response.json({}));
  await client.withdraw({ id: `${baseUrl}vc/1`, ...signed } as unknown as Parameters<
    typeof client.withdraw
  >[0]);
  expect(asked[0]?.url).toBe(`${baseUrl}status`);
  expect(JSON.parse(String(asked[0]?.init?.body))).toEqual({
    credentialId: `${baseUrl}vc/1`,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  });
});

it('keeps the problem the authority answers', async () => {
  const problem = { type: 'about:blank', title: 'Gone', status: 409, code: 'request_not_pending' };
  const { client } = authorityThatAnswers(Response.json(problem, { status: 409 }));
  await expect(client.reads()).rejects.toMatchObject({ code: 'refused', status: 409, problem });
});

it('does not take an answer of another shape, or none', async () => {
  const { client } = authorityThatAnswers(Response.json({ items: [{ id: 1 }] }));
  await expect(client.reads()).rejects.toMatchObject({ code: 'unexpected_answer' });
  await expect(client.reads()).rejects.toMatchObject({ code: 'unreachable' });
});

it('finds the next page only where it is named', () => {
  expect(nextLink('<https://a.example/?a=1,2>; rel="next"')).toBe('https://a.example/?a=1,2');
  expect(nextLink('<https://a.example/>; rel="last"')).toBeUndefined();
  expect(nextLink(null)).toBeUndefined();
});
