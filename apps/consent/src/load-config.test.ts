import { describe, expect, it } from 'vitest';
import { readConfig } from './load-config.ts';

const good = {
  authority: 'https://access.example/',
  vault: 'https://vault.example/',
  operatorKeys: { 'https://access.example/#key': 'z6Mk' },
};

describe('the configuration beside the app', () => {
  it('is taken as it is written', () => {
    expect(readConfig(good)).toEqual(good);
    expect(readConfig({ ...good, contact: { email: 'a@b.example' } })).toHaveProperty('contact');
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['no authority', { ...good, authority: undefined }],
    ['an authority without slash', { ...good, authority: 'https://access.example' }],
    ['a vault that is no URL', { ...good, vault: 'vault/' }],
    ['a vault of another scheme', { ...good, vault: 'javascript:alert(1)/' }],
    ['no keys', { ...good, operatorKeys: undefined }],
    ['a key that is no text', { ...good, operatorKeys: { 'https://access.example/#key': 1 } }],
    ['a key of nobody', { ...good, operatorKeys: { key: 'z6Mk' } }],
  ])('is refused with %s', (_, written) => {
    expect(() => readConfig(written)).toThrow('/config.json: expected');
  });
});
