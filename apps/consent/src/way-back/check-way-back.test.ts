import { redirectToRequestor } from '@inrupt/solid-client-access-grants';
import { describe, expect, it } from 'vitest';
import { addressBack, checkWayBack } from './check-way-back.ts';

const origins = ['https://agency.example', 'http://localhost:7103'];
const decision = 'https://access.example/vc/1';

describe('checkWayBack', () => {
  it.each([
    'https://agency.example/back?x=1#there',
    'http://localhost:7103/',
    'https://agency.example',
  ])('allows %s', (backTo) => {
    const { href, host } = new URL(backTo);
    expect(checkWayBack(backTo, origins)).toEqual({ allowed: true, host, url: href });
  });

  it.each([
    ['https://evil.example/', 'evil.example'],
    ['https://agency.example.evil.example/', 'agency.example.evil.example'],
    ['https://agency.example:8443/', 'agency.example:8443'],
    ['http://agency.example/', 'agency.example'],
    ['https://agency.example@evil.example/', undefined],
    ['https://evil@agency.example/', undefined],
    ['https://:secret@agency.example/', undefined],
    ['//agency.example/', undefined],
    ['/back', undefined],
    ['javascript:alert(1)//https://agency.example', undefined],
    ['javascript://agency.example/%0aalert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['blob:https://agency.example/1', undefined],
    ['https%3A%2F%2Fagency.example%2F', undefined],
    ['https://аgency.example/', 'xn--gency-3ve.example'],
    ['', undefined],
  ])('refuses %j', (backTo, host) => {
    expect(checkWayBack(backTo, origins)).toEqual({ allowed: false, host });
  });

  it('refuses an address longer than any agency needs', () => {
    const url = `https://agency.example/${'a'.repeat(5000)}`;
    expect(checkWayBack(url, origins)).toEqual({ allowed: false, host: undefined });
  });

  it('refuses every address when the register names no website', () => {
    expect(checkWayBack('https://agency.example/', [])).toMatchObject({ allowed: false });
  });
});

describe('addressBack', () => {
  it.each(['https://agency.example/', 'https://agency.example/back?x=1&y=a%20b#there'])(
    'gives %s the decision as the library does',
    async (url) => {
      const expected = await new Promise<string>((resolve, reject) => {
        redirectToRequestor(decision, url, { redirectCallback: resolve }).catch(reject);
      });
      expect(addressBack({ url }, decision)).toBe(expected);
    },
  );

  it('leaves no decision somebody else put there', () => {
    const url = 'https://agency.example/?accessGrantUrl=https%3A%2F%2Fevil.example&x=1';
    expect(addressBack({ url })).toBe('https://agency.example/?x=1');
    expect(new URL(addressBack({ url }, decision)).searchParams.getAll('accessGrantUrl')).toEqual([
      decision,
    ]);
  });
});
