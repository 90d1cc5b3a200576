import { problemDetailsSchema } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../http/choose-language.ts';
import { problemTypes } from '../problems/problem-types.ts';
import { isRefusalRule } from '../problems/rule-problems.ts';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return authority.app.request(new URL(path, authority.baseUrl).href, { method, headers });
}

describe('problems', () => {
  it('have a title and advice in English and in Dutch, each its own', () => {
    const titles = Object.values(problemTypes).flatMap(({ title }) => [title.en, title.nl]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [code, { title, advice, status }] of Object.entries(problemTypes)) {
      // The title of a rule is a sentence of its own.
      const isTitle = isRefusalRule(code) ? /^\S.{3,100}[^.]$/ : /^\S.{3,60}[^.]$/;
      for (const words of [title.en, title.nl]) expect(words).toMatch(isTitle);
      for (const words of [advice.en, advice.nl]) expect(words).toMatch(/^\S.{10,140}\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('are told in the language that is asked for, as exactly application/problem+json', async () => {
    const titles = problemTypes.token_missing.title;
    for (const [language, title] of Object.entries(titles)) {
      const response = await get('query', { 'Accept-Language': language });
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(response.headers.get('Content-Language')).toBe(language);
      expect(problemDetailsSchema.parse(await response.json())).toMatchObject({
        type: `${authority.baseUrl}v1/problems/token_missing`,
        title,
        status: 401,
        code: 'token_missing',
      });
    }
  });

  it('have a type that can be followed, by a program and by a person', async () => {
    const { type } = problemDetailsSchema.parse(await (await get('query')).json());
    const read = await (await get(type, { 'Accept-Language': 'nl' })).json();
    expect(read).toEqual({
      type,
      code: 'token_missing',
      status: 401,
      title: 'Niet ingelogd',
      advice: problemTypes.token_missing.advice.nl,
    });
    const page = await get(type, { Accept: 'text/html,*/*;q=0.8', 'Accept-Language': 'nl-NL' });
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain('<h1>Niet ingelogd</h1>');
  });

  it('are all listed, and there are no others', async () => {
    const { items } = (await (await get('v1/problems')).json()) as { items: { code: string }[] };
    expect(items.map(({ code }) => code)).toEqual(Object.keys(problemTypes));
    for (const unknown of ['constructor', 'nothing']) {
      const response = await get(`v1/problems/${unknown}`);
      expect(response.status).toBe(404);
    }
  });
});

describe('paths below v1', () => {
  it('name the version of the API, also when they refuse', async () => {
    for (const path of ['v1/problems', 'v1/reads', 'v1/nothing']) {
      expect((await get(path)).headers.get('API-Version')).toMatch(/^1\.\d+\.\d+$/);
    }
    expect((await get('query')).headers.get('API-Version')).toBeNull();
  });

  it('answer HEAD as GET, without the body', async () => {
    const head = await get('v1/participants', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers.get('Content-Length')).toBe(
      (await get('v1/participants')).headers.get('Content-Length'),
    );
    expect(await head.text()).toBe('');
  });

  it('have no slash at the end', async () => {
    expect((await get('v1/participants/')).status).toBe(404);
  });
});

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['nl', 'nl'],
    ['NL-be', 'nl'],
    ['fr, nl;q=0.8, en;q=0.9', 'en'],
    ['fr', 'en'],
    ['nl;q=0', 'en'],
    ['*', 'en'],
    [';;,,=', 'en'],
  ])('%s → %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });
});
