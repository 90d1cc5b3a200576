import { PIM_STORAGE } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoundedFetch } from './bounded-fetch.ts';
import { findVault } from './find-vault.ts';
import { type PlayedServer, playServer } from './test-support/play-server.ts';

describe(findVault, () => {
  let vault: PlayedServer;
  beforeAll(async () => {
    vault = await playServer();
  });
  afterAll(() => vault.close());

  const search = (citizen = `${vault.url}anna/profile/card#me`) => {
    const vaults = [vault.url];
    return findVault({ citizen, vaults, fetch: createBoundedFetch({ fetch, allowed: vaults }) });
  };
  const answerProfile = (body: string, storageAt?: string) => {
    vault.answer = ({ method, path }) => {
      if (method === 'GET') return { headers: { 'content-type': 'text/turtle' }, body };
      const type =
        '<http://www.w3.org/ns/ldp#Container>; rel="type", <http://www.w3.org/ns/pim/space#Storage>; rel="type"';
      return path === storageAt ? { headers: { link: type } } : { status: 401 };
    };
  };

  it('takes the storage that the profile names', async () => {
    answerProfile(`<#me> <${PIM_STORAGE}> </anna/data>.`);
    expect(await search()).toEqual({ status: 'found', storage: `${vault.url}anna/data/` });
  });

  it('walks up to the storage when the profile names none', async () => {
    answerProfile('<#me> a <http://xmlns.com/foaf/0.1/Person>.', '/anna/');
    expect(await search()).toEqual({ status: 'found', storage: `${vault.url}anna/` });
  });

  it('believes no profile that names a storage on another server', async () => {
    answerProfile(`<#me> <${PIM_STORAGE}> <https://elsewhere.example/anna/>.`, '/anna/');
    expect(await search()).toEqual({ status: 'no-vault', reason: 'vault-server-not-known' });
  });

  it('takes no storage of somebody else in the same profile', async () => {
    answerProfile(`<#you> <${PIM_STORAGE}> </bob/>.`);
    expect(await search()).toEqual({ status: 'no-vault', reason: 'no-storage' });
  });

  it.each([
    ['is missing', { status: 404 }],
    ['is closed', { status: 401 }],
    ['is not Turtle', { body: '<html>' }],
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ])('finds no profile when it %s', async (_, answer) => {
    vault.answer = () => answer;
    expect(await search()).toEqual({ status: 'no-vault', reason: 'no-profile' });
  });

  it.each(['https://elsewhere.example/anna#me', 'not a url'])(
    'sends nothing for %s',
    async (citizen) => {
      vault.seen.length = 0;
      expect(await search(citizen)).toEqual({
        status: 'no-vault',
        reason: 'vault-server-not-known',
      });
      expect(await search(`${vault.url.replace('//', '//user@')}anna#me`)).toMatchObject({
        reason: 'vault-server-not-known',
      });
      expect(vault.seen).toEqual([]);
    },
  );

  it('fails, instead of denying a vault, when the vault server is broken', async () => {
    vault.answer = () => ({ status: 503 });
    await expect(search()).rejects.toMatchObject({ code: 'peer_unreachable' });
  });
});
