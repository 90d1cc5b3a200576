import { expect, it } from 'vitest';
import { findStorages } from './find-storages.ts';

it('finds only the storages of the citizen, also relative ones', async () => {
  const profile = `@prefix pim: <http://www.w3.org/ns/pim/space#>.
    <#me> pim:storage </anna/>.
    <#somebody> pim:storage </bob/>.`;
  const found = await findStorages('https://vault.example/anna/profile/card#me', async (url) => {
    expect(url).toBe('https://vault.example/anna/profile/card');
    return new Response(profile);
  });
  expect(found).toEqual(['https://vault.example/anna/']);
});

it('says so when the profile cannot be read', async () => {
  const answer = findStorages(
    'https://vault.example/a#me',
    async () => new Response('', { status: 500 }),
  );
  await expect(answer).rejects.toThrow('got 500');
});
