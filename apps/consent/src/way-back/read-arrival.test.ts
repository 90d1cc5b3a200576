import { describe, expect, it } from 'vitest';
import { readArrival } from './read-arrival.ts';

const authority = 'https://access.example/';
const request = `${authority}vc/0b0c4e0e-7a5c-4d0e-9d0a-000000000001`;

/** As the library writes an address: `encodeURI`, then the encoding of a query. */
function search(requestUrl: string, backTo: string): string {
  const { searchParams } = new URL('https://app.example/');
  searchParams.append('requestVcUrl', encodeURI(requestUrl));
  searchParams.append('redirectUrl', encodeURI(backTo));
  return `?${searchParams}`;
}

describe('readArrival', () => {
  it('reads the question and the way back, decoded once', () => {
    expect(
      readArrival(search(request, 'https://agency.example/back?x=1&y=a b'), authority),
    ).toEqual({
      at: 'request',
      requestId: request,
      backTo: 'https://agency.example/back?x=1&y=a%20b',
    });
    const twice = `?requestVcUrl=${request}&redirectUrl=https%253A%252F%252Fagency.example%252F`;
    expect(readArrival(twice, authority)).toMatchObject({
      backTo: 'https%3A%2F%2Fagency.example%2F',
    });
  });

  it('needs no way back', () => {
    expect(readArrival(`?requestVcUrl=${request}`, authority)).toEqual({
      at: 'request',
      requestId: request,
      backTo: undefined,
    });
  });

  it('sees nothing where nobody was sent, the return from the sign-in included', () => {
    expect(readArrival('', authority)).toBeUndefined();
    expect(
      readArrival('?code=1&state=2&iss=https%3A%2F%2Fvault.example%2F', authority),
    ).toBeUndefined();
    expect(readArrival('?redirectUrl=https%3A%2F%2Fagency.example%2F', authority)).toBeUndefined();
  });

  it.each([
    'https://other.example/vc/1',
    'https://access.example.evil.example/vc/1',
    'https://access.example@evil.example/vc/1',
    'http://access.example/vc/1',
    `${authority}vc/`,
    `${authority}vc/../status`,
    `${authority}vc/%2e%2e/status`,
    `${authority}vc/1?then=2`,
    `${authority}vc/1/2`,
    `${authority}vc/${'1'.repeat(65)}`,
    encodeURIComponent(request),
    'javascript:alert(1)',
    '',
  ])('does not take %j for a question of our authority', (requestUrl) => {
    expect(readArrival(search(requestUrl, 'https://agency.example/'), authority)).toEqual({
      at: 'elsewhere',
    });
  });
});
