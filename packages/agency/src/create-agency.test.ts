import { describe, expect, it } from 'vitest';
import type { AgencyOptions } from './agency-options.ts';
import { createAgency } from './create-agency.ts';

const options: AgencyOptions = {
  webId: 'https://vault.example/schuldhulp#me',
  oidcIssuer: 'https://vault.example/',
  clientId: 'id',
  clientSecret: 'the secret',
  authority: 'https://access.example',
  vaults: ['https://vault.example'],
  recordProcessing: async () => {},
};

describe(createAgency, () => {
  it('opens nothing until it is used, and closes', async () => {
    await createAgency(options).close();
  });

  it.each([
    ['webId', { webId: 'schuldhulp' }],
    ['vaults', { vaults: [] }],
    ['authority', { authority: 'ftp://access.example/' }],
    ['clientSecret', { clientSecret: '' }],
    ['pseudonymSecret', { pseudonymSecret: 'short' }],
  ])('names %s when it is wrong, and no value', (field, wrong) => {
    expect(() => createAgency({ ...options, ...wrong })).toThrow(TypeError);
    expect(() => createAgency({ ...options, ...wrong })).toThrow(field);
    expect(() => createAgency({ ...options, ...wrong })).not.toThrow('the secret');
  });

  it('wants a processing log, unless told that there is none', async () => {
    const { recordProcessing: _recordProcessing, ...without } = options;
    // @ts-expect-error a log is no option one can forget
    expect(() => createAgency(without)).toThrow(/every read is logged/);
    await createAgency({ ...without, unsafelyWithoutLog: true }).close();
  });

  it('wants https, except on this machine', async () => {
    const insecure = { ...options, vaults: ['http://vault.example/'] };
    expect(() => createAgency(insecure)).toThrow(/https/);
    await createAgency({ ...insecure, unsafelyAllowHttp: true }).close();
    await createAgency({ ...options, vaults: ['http://localhost:7100/'] }).close();
  });
});
