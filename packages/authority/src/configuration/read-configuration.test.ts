import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorityConfigSchema } from '../config.ts';
import { readConfiguration } from './read-configuration.ts';
import { variableOf } from './read-environment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const vaults = [{ baseUrl: 'https://vault.gov.nl/', secret: 'hush-hush'.repeat(4) }];
const participants = { agencies: [], sources: [] };
const environment = {
  GRONDSLAG_AUTHORITY_BASE_URL: 'https://access.gov.nl/',
  GRONDSLAG_AUTHORITY_PORT: '7101',
  GRONDSLAG_AUTHORITY_DATA_FOLDER: '/data',
  GRONDSLAG_AUTHORITY_VAULTS: JSON.stringify(vaults),
  GRONDSLAG_AUTHORITY_OIDC_ISSUERS: 'https://one.gov.nl/  https://two.gov.nl/',
  GRONDSLAG_AUTHORITY_PARTICIPANTS: JSON.stringify(participants),
};

function mistakesOf(config: string | undefined, variables: Record<string, string>): string {
  try {
    readConfiguration(config, variables);
  } catch (error) {
    expect(error).toMatchObject({ code: 'config_invalid' });
    return (error as Error).message;
  }
  throw new Error('The configuration was accepted.');
}

describe('the configuration of a process', () => {
  it('comes from the environment alone', () => {
    expect(readConfiguration(undefined, { ...environment, PATH: '/bin' })).toMatchObject({
      baseUrl: 'https://access.gov.nl/',
      port: 7101,
      dataFolder: '/data',
      vaults,
      oidcIssuers: ['https://one.gov.nl/', 'https://two.gov.nl/'],
      participants,
      tokenLifetimeSeconds: 60,
    });
  });

  it('comes from a file, and the environment goes before it', () => {
    const path = file('config.json', {
      baseUrl: 'https://access.gov.nl/',
      port: 1,
      dataFolder: 'data',
      vaults,
      oidcIssuers: ['https://one.gov.nl/'],
      participantsFile: file('participants.json', participants),
    });
    const config = readConfiguration(path, {
      GRONDSLAG_AUTHORITY_PORT: '2',
      GRONDSLAG_AUTHORITY_HOST: '',
    });
    expect(config).toMatchObject({
      port: 2,
      host: '127.0.0.1',
      dataFolder: join(folder, 'data'),
      participants,
    });
  });

  it('takes a secret from the file that a variable names', () => {
    const { GRONDSLAG_AUTHORITY_VAULTS, ...rest } = environment;
    const path = file('vaults.json', `${GRONDSLAG_AUTHORITY_VAULTS}\n`);
    const config = readConfiguration(undefined, { ...rest, GRONDSLAG_AUTHORITY_VAULTS_FILE: path });
    expect(config.vaults).toEqual(vaults);
  });

  it('says all mistakes at once, by setting and without a value', () => {
    const message = mistakesOf(file('config.json', { oidcIssuers: ['hush-hush'], host: '' }), {
      ...environment,
      GRONDSLAG_AUTHORITY_OIDC_ISSUERS: '',
      GRONDSLAG_AUTHORITY_BASE_URL: 'hush-hush',
      GRONDSLAG_AUTHORITY_PORT: 'hush-hush',
      GRONDSLAG_AUTHORITY_VAULTS: JSON.stringify([...vaults, ...vaults]),
      GRONDSLAG_AUTHORITY_PARTICIPANTS: '{"hush-hush',
      GRONDSLAG_AUTHORITY_DATA_FOLDER_FILE: join(folder, 'not-there'),
      GRONDSLAG_AUTHORITY_DATAFOLDER: 'hush-hush',
    });
    for (const setting of [
      'oidcIssuers.0:',
      'host:',
      'GRONDSLAG_AUTHORITY_BASE_URL:',
      'GRONDSLAG_AUTHORITY_PORT: Invalid input: expected number',
      'GRONDSLAG_AUTHORITY_VAULTS: each vault server once',
      'GRONDSLAG_AUTHORITY_PARTICIPANTS: should be JSON',
      'GRONDSLAG_AUTHORITY_DATA_FOLDER_FILE: give either',
      'GRONDSLAG_AUTHORITY_DATAFOLDER: there is no such setting',
    ]) {
      expect(message).toContain(`\n  ${setting}`);
    }
    expect(message).not.toContain('hush');
  });

  it('has a variable for every setting, in the guide for operators', () => {
    const names = Object.keys(authorityConfigSchema.shape).map(variableOf);
    expect(names).toContain('GRONDSLAG_AUTHORITY_TOKEN_LIFETIME_SECONDS');
    expect(new Set(names).size).toBe(names.length);
    const guide = readFileSync(new URL('../../../../docs/operate.md', import.meta.url), 'utf8');
    for (const name of names) {
      expect(guide).toContain(`| \`${name.replace('GRONDSLAG_AUTHORITY_', '')}\` `);
    }
  });
});
