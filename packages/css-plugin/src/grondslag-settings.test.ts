import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GrondslagSettings } from './grondslag-settings.ts';
import { ReadLog } from './read-log/read-log.ts';
import { TrustedAuthority } from './trusted-authority.ts';

const authority = 'https://authority.example/';
const secret = 'x'.repeat(32);

describe(GrondslagSettings, () => {
  it.each([
    ['http://authority.example', 'no trailing slash'],
    ['authority.example/', 'no scheme'],
    ['ftp://authority.example/', 'another scheme'],
    ['https://AUTHORITY.example/', 'not in normal form'],
  ])('refuses %s as authority: %s', (url) => {
    expect(() => new GrondslagSettings(url, '/queue', secret)).toThrow(
      expect.objectContaining({ code: 'invalid_settings' }),
    );
  });

  it('refuses a short secret, without repeating it', () => {
    const build = () => new GrondslagSettings(authority, '/queue', 'hunter2');
    expect(build).toThrow(/at least 32 bytes/);
    expect(build).not.toThrow(/hunter2/);
  });

  it('wants a secret or a file with one, not both', () => {
    expect(() => new GrondslagSettings(authority, '/queue')).toThrow(/either/);
    expect(() => new GrondslagSettings(authority, '/queue', secret, '/file')).toThrow(/either/);
  });

  it('reads the secret from a file, without the line feed at its end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'grondslag-secret-'));
    await writeFile(join(folder, 'secret'), `${secret}\n`);
    const settings = new GrondslagSettings(authority, '/q', undefined, join(folder, 'secret'));
    await rm(folder, { recursive: true });
    expect(Buffer.from(settings.authorities[0].secret).toString()).toBe(secret);
  });

  describe('with several authorities', () => {
    const vault = 'https://vault.example/';
    const care = new TrustedAuthority('https://care.example/', secret, undefined, [
      `${vault}an/`,
      `${vault}bob/health/`,
    ]);
    const bank = new TrustedAuthority('https://bank.example/', secret, undefined, [
      `${vault}an/money/`,
    ]);
    const everywhere = new TrustedAuthority('https://everywhere.example/', secret);
    const settings = new GrondslagSettings(authority, '/q', secret, undefined, false, [
      care,
      bank,
      everywhere,
    ]);

    it.each([
      [`${vault}an/`, 'https://care.example/'],
      [`${vault}an/note.txt`, 'https://care.example/'],
      [`${vault}an/money/2025`, 'https://bank.example/'],
      [`${vault}an/moneybox`, 'https://care.example/'],
      [`${vault}bob/`, authority],
      [`${vault}`, authority],
    ])('sends strangers at %s to %s alone', (resource, expected) => {
      expect(settings.authorityFor(resource).url).toBe(expected);
      const trusted = settings.authorities.filter((one) => settings.isTrustedFor(one, resource));
      expect(trusted.map(({ url }) => url)).toEqual(
        expected === authority ? [authority, everywhere.url] : [expected],
      );
    });

    it.each([
      [new TrustedAuthority(authority, secret)],
      [new TrustedAuthority('https://other.example/', secret, undefined, [`${vault}an/`])],
    ])('refuses the same URL twice', (again) => {
      expect(
        () => new GrondslagSettings(authority, '/q', secret, undefined, false, [care, again]),
      ).toThrow(/twice/);
    });

    it('refuses resources that are no container', () => {
      expect(() => new TrustedAuthority(authority, secret, undefined, [`${vault}an`])).toThrow(
        /"resources"/,
      );
    });
  });

  describe('with lawful access', () => {
    const build = (placedContainers?: string[], lawfulAccess?: boolean, elsewhere?: boolean) =>
      new GrondslagSettings(
        authority,
        '/q',
        secret,
        undefined,
        false,
        [new TrustedAuthority('https://care.example/', secret, undefined, [], elsewhere)],
        undefined,
        undefined,
        placedContainers,
        lawfulAccess,
      );

    it('is off until the operator says otherwise, for each authority', () => {
      const lawful = ({ authorities }: GrondslagSettings) =>
        authorities.map(({ lawfulAccess }) => lawfulAccess);
      expect(lawful(build(['facts/']))).toEqual([false, false]);
      expect(lawful(build(['facts/'], false, true))).toEqual([false, true]);
      expect(lawful(build(['facts/'], true))).toEqual([true, false]);
    });

    it('wants to know where sources place', () => {
      for (const settings of [() => build([], true), () => build(undefined, false, true)]) {
        expect(settings).toThrow(
          expect.objectContaining({
            code: 'invalid_settings',
            message: expect.stringContaining('placedContainers'),
          }),
        );
      }
    });

    it.each([
      '',
      '/',
      'facts',
      '/facts/',
      'a//b/',
      '../facts/',
      'fac ts/',
      'facts/?a/',
      'facts/#/',
    ])('refuses "%s" as a placed container', (path) => {
      expect(() => build([path])).toThrow(expect.objectContaining({ code: 'invalid_settings' }));
    });
  });

  it('keeps the queue out of the vaults', () => {
    const settings = new GrondslagSettings(authority, '/srv/vaults/queue', secret);
    expect(() => new ReadLog(settings, 'https://vault.example/', '/srv/vaults')).toThrow(/outside/);
    expect(new ReadLog(settings, 'https://vault.example/', '/srv/vaults/data')).toBeDefined();
  });
});
