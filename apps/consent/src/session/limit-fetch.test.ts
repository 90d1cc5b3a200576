import { expect, it } from 'vitest';
import { limitFetch } from './limit-fetch.ts';

const asked: { url: string; init: RequestInit | undefined }[] = [];
const fetch = limitFetch(
  ['https://vault.example/', 'https://authority.example/a/'],
  async (url, init) => {
    asked.push({ url, init });
    return new Response();
  },
);

it('reaches what is below the vault and the authority, without cookies or redirects', async () => {
  await fetch('https://authority.example/a/query', { method: 'POST' });
  const { url, init } = asked.at(-1) ?? {};
  expect(url).toBe('https://authority.example/a/query');
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error' });
});

it.each([
  'https://elsewhere.example/',
  'https://vault.example.elsewhere.example/',
  'https://vault.example@elsewhere.example/',
  'https://authority.example/a/../b',
])('refuses %s', async (url) => {
  await expect(fetch(url)).rejects.toThrow(TypeError);
});

it('leaves nothing of an answer in the browser, and takes none from there', async () => {
  await fetch('https://vault.example/facts/');
  expect(asked.at(-1)?.init?.cache).toBe('no-store');
});
