import { describe, expect, it } from 'vitest';
import { parseLinkHeader } from './link-header.ts';
import { startTrace, traceHeaders } from './trace.ts';
import { parseUmaChallenge } from './uma-challenge.ts';

describe(parseLinkHeader, () => {
  it('reads several links, quoted or not, with several types, and commas in addresses', () => {
    expect(
      parseLinkHeader('<http://a/?x=1,2>; rel="next", <b>; rel=type; title="x, y", <c>; rel="a b"'),
    ).toEqual([
      { target: 'http://a/?x=1,2', rel: 'next' },
      { target: 'b', rel: 'type' },
      { target: 'c', rel: 'a' },
      { target: 'c', rel: 'b' },
    ]);
  });

  it('finds nothing in nothing', () => {
    expect([parseLinkHeader(null), parseLinkHeader(''), parseLinkHeader('<a>')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe(parseUmaChallenge, () => {
  const challenge = { asUri: 'https://access.example/', ticket: 'abc' };

  it.each([
    'UMA as_uri="https://access.example/", ticket="abc"',
    'UMA realm="x", as_uri="https://access.example/", ticket="abc", Bearer scope="openid webid"',
    'Bearer scope="openid webid", UMA ticket="abc", as_uri="https://access.example/"',
  ])('reads %s', (header) => {
    expect(parseUmaChallenge(header)).toEqual(challenge);
  });

  it.each([
    null,
    'Bearer as_uri="https://access.example/", ticket="abc"',
    'UMA as_uri="https://access.example/", Bearer ticket="abc"',
    'UMA ticket="abc"',
    'UMA as_uri=https://access.example/, ticket=abc',
  ])('finds none in %s', (header) => {
    expect(parseUmaChallenge(header)).toBeUndefined();
  });
});

describe(startTrace, () => {
  it.each([
    undefined,
    'nonsense',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
  ])('begins a new trace for %s', (traceparent) => {
    const trace = startTrace(traceparent);
    expect(trace.parentSpanId).toBeUndefined();
    expect(traceHeaders(trace)['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});
