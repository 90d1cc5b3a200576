/** One request of the battery. Paths are relative to the vault of `an`; `.ac` stands for `.acl` or `.acr`. */
export interface BatteryRequest {
  readonly as: 'an' | 'bob' | 'anyone';
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Rest = Pick<BatteryRequest, 'headers' | 'body'>;

const an = (method: string, path: string, rest: Rest = {}): BatteryRequest => ({
  as: 'an',
  method,
  path,
  ...rest,
});
const anyone = (method: string, path: string, rest: Rest = {}): BatteryRequest => ({
  ...an(method, path, rest),
  as: 'anyone',
});
const everyone = (method: string, path: string, rest: Rest = {}): BatteryRequest[] =>
  (['an', 'bob', 'anyone'] as const).map((as) => ({ ...an(method, path, rest), as }));

const typed = (type: string, body: string, headers = {}): Rest => ({
  headers: { 'content-type': type, ...headers },
  body,
});
const text = (body = 'some text', headers = {}) => typed('text/plain', body, headers);
const turtle = (body: string, headers = {}) => typed('text/turtle', body, headers);
const sparql = (body: string) => typed('application/sparql-update', body);
const n3 = (body: string) =>
  typed(
    'text/n3',
    `@prefix solid: <http://www.w3.org/ns/solid/terms#>. <> a solid:InsertDeletePatch; ${body}`,
  );
const accepting = (accept: string): Rest => ({ headers: { accept } });

const accepts = [
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'application/n-quads',
  'text/n3',
  'application/rdf+xml',
  'application/trig',
  'text/html',
  'text/plain',
  'image/png',
  '*/*',
  'text/turtle;q=0.1, application/ld+json;q=0.9',
  'application/json',
  'nonsense',
];
const long = 'Thu, 01 Jan 2015 00:00:00 GMT';
const ahead = 'Thu, 01 Jan 2099 00:00:00 GMT';
const container = { link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"' };
const data = '<#it> a <urn:example:Thing>; <urn:example:name> "one", "two"@nl, 3.';

/** What clients do, and what they should not do, in an order in which each finds what the ones before have left. */
export const battery: readonly BatteryRequest[] = [
  // documents
  ...everyone('GET', 'd/note.txt'),
  ...(['bob', 'anyone'] as const).map((as) => ({ ...an('PUT', 'd/note.txt', text()), as })),
  an('PUT', 'd/note.txt', text()),
  an('PUT', 'd/note.txt', text('other text')),
  ...everyone('GET', 'd/note.txt'),
  ...everyone('HEAD', 'd/note.txt'),
  ...everyone('OPTIONS', 'd/note.txt'),
  ...(['bob', 'anyone'] as const).map((as) => ({ ...an('DELETE', 'd/note.txt'), as })),
  an('PUT', 'd/untyped', { body: 'no type' }),
  an('PUT', 'd/empty.txt', text('')),
  an('GET', 'd/empty.txt'),
  an('PUT', 'd/data.ttl', turtle(data)),
  an('PUT', 'd/broken.ttl', turtle('<a> <b')),
  an('PUT', 'd/data.json', typed('application/json', '{"a":1}')),
  an('PUT', 'd/inline', typed('application/ld+json', '{"@id":"#it","urn:example:p":"x"}')),
  an('PUT', 'd/broken.jsonld', typed('application/ld+json', '{')),
  an('PUT', 'd/note.txt/child.txt', text()),
  an('POST', 'd/note.txt', text()),
  an('PUT', 'd/sp%20ace.txt', text()),
  an('GET', 'd/sp%20ace.txt'),
  an('PUT', 'd/%C3%A9.txt', text()),
  an('GET', 'd/é.txt'.normalize('NFC').replace('é', '%c3%a9')),
  an('PUT', 'd/deep/er/note.txt', text()),
  an('GET', 'd/deep/er/'),
  an('GET', 'd/missing.txt'),
  an('DELETE', 'd/missing.txt'),
  an('PATCH', 'd/note.txt', sparql('INSERT DATA { <a> <b> <c>. }')),
  // content negotiation
  ...accepts.flatMap((accept) => [
    an('GET', 'd/data.ttl', accepting(accept)),
    an('GET', 'd/', accepting(accept)),
    an('HEAD', 'd/inline', accepting(accept)),
  ]),
  ...accepts.slice(0, 3).map((accept) => anyone('GET', 'profile/card', accepting(accept))),
  an('GET', 'd/data.json', accepting('text/turtle')),
  // containers
  ...everyone('GET', 'd/'),
  ...everyone('GET', ''),
  an('PUT', 'd/box/'),
  an('PUT', 'd/box/'),
  an('PUT', 'd/box', text()),
  an('PUT', 'd/box2/', turtle('<> <urn:example:p> "x".')),
  an('GET', 'd/box2/', accepting('text/turtle')),
  ...everyone('POST', 'd/box/', text('posted', { slug: 'posted.txt' })),
  an('POST', 'd/box/', text('posted', { slug: 'posted.txt' })),
  an('POST', 'd/box/', text('posted', { slug: 'a/b' })),
  an('POST', 'd/box/', text('posted', { slug: '../up' })),
  an('POST', 'd/box/', text('posted', { slug: 'x.acl' })),
  an('POST', 'd/box/', { headers: { ...container, slug: 'inner' } }),
  an('POST', 'd/box/', { headers: { ...container, slug: 'inner/' } }),
  an('POST', 'd/nowhere/', text()),
  an('POST', 'd/box/', { body: 'untyped' }),
  an('GET', 'd/box/inner/'),
  an('DELETE', 'd/box/'),
  an('DELETE', 'd/box/inner/'),
  an('DELETE', ''),
  an('DELETE', 'd/box/nowhere/'),
  an('GET', 'd/box'),
  an('GET', 'd/note.txt/'),
  // PATCH
  an('PATCH', 'd/data.ttl', sparql('INSERT DATA { <#it> <urn:example:name> "four". }')),
  an('PATCH', 'd/data.ttl', sparql('DELETE DATA { <#it> <urn:example:name> "four". }')),
  an('PATCH', 'd/data.ttl', sparql('DELETE { ?s ?p 3 } INSERT { ?s ?p 4 } WHERE { ?s ?p 3 }')),
  an('PATCH', 'd/data.ttl', sparql('INSERT DATA { GRAPH <g> { <a> <b> <c>. } }')),
  an('PATCH', 'd/data.ttl', sparql('DROP ALL')),
  an('PATCH', 'd/data.ttl', sparql('nonsense')),
  an('PATCH', 'd/data.ttl', sparql('')),
  an('PATCH', 'd/data.ttl', n3('solid:inserts { <#it> <urn:example:name> "five". }.')),
  an('PATCH', 'd/data.ttl', n3('solid:deletes { <#it> <urn:example:name> "five". }.')),
  an('PATCH', 'd/data.ttl', n3('solid:deletes { <#it> <urn:example:name> "six". }.')),
  an(
    'PATCH',
    'd/data.ttl',
    n3('solid:where { ?x a <urn:example:Thing>. }; solid:inserts { ?x <urn:example:q> 1. }.'),
  ),
  an(
    'PATCH',
    'd/data.ttl',
    n3('solid:where { ?x a <urn:example:Nothing>. }; solid:inserts { ?x <urn:example:q> 1. }.'),
  ),
  an('PATCH', 'd/data.ttl', typed('text/n3', 'nonsense')),
  an('PATCH', 'd/data.ttl', text()),
  an('PATCH', 'd/data.ttl', { body: 'untyped' }),
  an('PATCH', 'd/patched.ttl', sparql('INSERT DATA { <a> <b> <c>. }')),
  an('PATCH', 'd/patched-n3.ttl', n3('solid:inserts { <a> <b> <c>. }.')),
  an('PATCH', 'd/', sparql('INSERT DATA { <a> <b> <c>. }')),
  an('GET', 'd/data.ttl'),
  an('GET', 'd/patched.ttl'),
  ...(['bob', 'anyone'] as const).map((as) => ({
    ...an('PATCH', 'd/data.ttl', sparql('INSERT DATA { <a> <b> <c>. }')),
    as,
  })),
  // conditions
  ...(['GET', 'PUT', 'DELETE'] as const).flatMap((method) =>
    [
      { 'if-match': '"wrong"' },
      { 'if-none-match': '*' },
      { 'if-unmodified-since': long },
      ...(method === 'DELETE' ? [] : [{ 'if-match': '*' }, { 'if-none-match': '"wrong"' }]),
      ...(method === 'GET' ? [{ 'if-modified-since': ahead }, { 'if-modified-since': long }] : []),
    ].map((headers) =>
      method === 'PUT'
        ? an(method, 'd/note.txt', text('conditional text', headers))
        : an(method, 'd/note.txt', { headers }),
    ),
  ),
  an('PUT', 'd/only-new.txt', text('new', { 'if-none-match': '*' })),
  an('PUT', 'd/only-new.txt', text('again', { 'if-none-match': '*' })),
  an('PUT', 'd/only-old.txt', text('old', { 'if-match': '*' })),
  // ranges
  ...['bytes=0-3', 'bytes=2-', 'bytes=-2', 'bytes=100-200', 'bytes=0-1,3-4', 'lines=1-2', 'x'].map(
    (range) => an('GET', 'd/note.txt', { headers: { range } }),
  ),
  an('HEAD', 'd/note.txt', { headers: { range: 'bytes=0-3' } }),
  // descriptions
  ...everyone('GET', 'd/note.txt.meta'),
  an('PATCH', 'd/note.txt.meta', sparql('INSERT DATA { <note.txt> <urn:example:p> "x". }')),
  an('GET', 'd/note.txt.meta', accepting('text/turtle')),
  an('PUT', 'd/note.txt.meta', turtle('<a> <b> <c>.')),
  an('DELETE', 'd/note.txt.meta'),
  an('GET', 'd/.meta', accepting('text/turtle')),
  an('PATCH', '.meta', sparql('INSERT DATA { <./> a <http://www.w3.org/ns/pim/space#Storage>. }')),
  an('PATCH', 'd/.meta', sparql('INSERT DATA { <./> <http://www.w3.org/ns/ldp#contains> <x>. }')),
  an('GET', 'd/missing.txt.meta'),
  // access control documents
  ...everyone('GET', '.ac'),
  ...everyone('HEAD', 'd/missing.txt.ac'),
  an('PUT', 'd/box2/.ac', text()),
  an('PUT', 'd/box2/.ac', turtle('<a> <b')),
  an('DELETE', '.ac'),
  ...(['bob', 'anyone'] as const).map((as) => ({
    ...an('PUT', 'd/box2/.ac', turtle('<a> <b> <c>.')),
    as,
  })),
  // what is not a resource, and what should not be
  ...[
    'd//x',
    'd/./note.txt',
    'd/%2e%2e/note.txt',
    'd/..%2fnote.txt',
    'd/%zz',
    'd/x?y=z',
    'd/note.txt?y=z',
  ].flatMap((path) => [anyone('GET', path), anyone('PUT', path, text())]),
  ...['TRACE', 'LINK', 'PROPFIND', 'REPORT'].map((method) => anyone(method, 'd/note.txt')),
  ...['Bearer x', 'Bearer a.b.c', 'DPoP x', 'Basic eDp5', 'nonsense', ''].map((authorization) =>
    anyone('GET', 'd/note.txt', { headers: { authorization } }),
  ),
  anyone('GET', 'd/note.txt', { headers: { authorization: 'DPoP x', dpop: 'y' } }),
  // browsers
  ...['GET', 'OPTIONS', 'PUT'].map((method) =>
    anyone(method, 'd/note.txt', { headers: { origin: 'https://app.example' } }),
  ),
  anyone('OPTIONS', 'd/note.txt', {
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization, dpop, content-type',
    },
  }),
  anyone('GET', 'profile/card', {
    headers: { origin: 'https://app.example', accept: 'text/html' },
  }),
  // what the server says about itself
  ...[
    '../',
    '../.well-known/solid',
    '../.well-known/openid-configuration',
    '../.account/',
    '../favicon.ico',
  ].flatMap((path) => [anyone('GET', path, accepting('application/json')), anyone('HEAD', path)]),
  ...['', 'd/', '../'].map((path) => anyone('GET', `${path}.well-known/solid`)),
  ...[
    '../.notifications/',
    '../.notifications/WebSocketChannel2023/',
    '../.notifications/WebhookChannel2023/',
  ].flatMap((path) => [
    anyone('GET', path, accepting('application/ld+json')),
    anyone('POST', path, text()),
  ]),
  // the end of it
  an('DELETE', 'd/note.txt'),
  ...everyone('GET', 'd/note.txt'),
  an('DELETE', 'd/data.ttl'),
  an('GET', 'd/', accepting('text/turtle')),
];
