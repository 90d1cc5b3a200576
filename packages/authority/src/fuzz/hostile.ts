import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const deep = (levels: number): Json => {
  let value: Json = 'x';
  for (let level = 0; level < levels; level++) value = level % 2 ? { a: value } : [value];
  return value;
};

/** Values that have broken parsers, JSON-LD processors and URL checks before. */
export function hostileValue(places: readonly string[] = []): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom<Json>(
      null,
      true,
      -0,
      1e308,
      2 ** 53,
      '',
      ' ',
      '\u0000',
      '\ud800',
      'é'.normalize('NFD'),
      '\u202e',
      '@id',
      '_:b0',
      '#me',
      '//host/x',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://[::1]/',
      'http://127.0.0.1:1/',
      'http://169.254.169.254/latest',
      'https://user:secret@vault.example/',
      'https://xn--/',
      'urn:x',
      'https://w3id.org/GConsent#ConsentStatusExplicitlyGiven',
      [],
      {},
      { '@id': 'urn:x' },
      { '@value': 'x', '@type': '@json' },
      { '@graph': [{ '@id': 'urn:x' }] },
      { '@context': { '@base': 'urn:x' } },
      { '@context': 'https://elsewhere.example/context' },
      { '@list': [[['x']]] },
      { '@set': [] },
      { '@reverse': { a: 'urn:x' } },
      deep(60),
      deep(3_000),
      'x'.repeat(20_000),
      Array.from({ length: 500 }, (_, index) => `urn:x:${index}`),
    ),
    fc.constantFrom(...places, ''),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.jsonValue({ maxDepth: 3 }),
  );
}

const hostileKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '@id',
    '@type',
    '@context',
    '@graph',
    '@nest',
    '@included',
    '@vocab',
    'id',
    'type',
    'proof',
    'credentialStatus',
    'https://example.org/ns/custom',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** JSON text of `template` after one to three changes: a member replaced, removed, wrapped, renamed or written twice. */
export function mutated(template: object, places: readonly string[] = []): fc.Arbitrary<string> {
  const change = fc.record({
    kind: fc.constantFrom('replace', 'remove', 'wrap', 'add', 'twice'),
    at: fc.nat(),
    key: hostileKey,
    value: hostileValue(places),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(template) as Container;
    const twice: [string, unknown][] = [];
    for (const { kind, at, key, value } of changes) {
      const spots = spotsOf(copy);
      const spot = spots[at % spots.length];
      if (spot === undefined) break;
      if (kind === 'replace') set(spot, value);
      else if (kind === 'remove') remove(spot);
      else if (kind === 'wrap') set(spot, [spot.holder[spot.key]]);
      else if (kind === 'add' && Array.isArray(spot.holder)) spot.holder.push(value);
      else if (kind === 'add') set({ holder: spot.holder, key }, value);
      else twice.push([spot.key, value]);
    }
    return twice.reduce(withDuplicate, JSON.stringify(copy));
  });
}

type Container = Record<string, unknown>;
interface Spot {
  readonly holder: Container;
  readonly key: string;
}

function spotsOf(value: Container, level = 0): Spot[] {
  return Object.entries(value).flatMap(([key, member]) => [
    { holder: value, key },
    ...(level < 8 && typeof member === 'object' && member !== null
      ? spotsOf(member as Container, level + 1)
      : []),
  ]);
}

// As JSON.parse does, which makes an own member of `__proto__`.
function set({ holder, key }: Spot, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function remove({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function withDuplicate(json: string, [key, value]: [string, unknown]): string {
  const member = `${JSON.stringify(key)}:`;
  return json.replace(member, () => `${member}${JSON.stringify(value)},${member}`);
}

/** Anything but this JWT: one part of it changed, or something that looks like one. */
export function mutatedJwt(jwt: string): fc.Arbitrary<string> {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const part = (text: string) =>
    mutated(JSON.parse(Buffer.from(text, 'base64url').toString()) as object).map((json) =>
      Buffer.from(json).toString('base64url'),
    );
  const decoded = (text: string) => text.split('.').map((one) => Buffer.from(one, 'base64url'));
  const same = JSON.stringify(decoded(jwt));
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  return (
    fc
      .oneof(
        part(header).map((changed) => [changed, payload, signature].join('.')),
        part(payload).map((changed) => [header, changed, signature].join('.')),
        part(payload).map((changed) => [unsigned, changed, ''].join('.')),
        fc.nat(jwt.length - 1).map((at) => jwt.slice(0, at)),
        fc
          .tuple(fc.nat(jwt.length - 1), fc.base64String({ maxLength: 4 }))
          .map(([at, text]) => jwt.slice(0, at) + text + jwt.slice(at + text.length)),
        fc.string({ maxLength: 60 }),
      )
      // Some characters at the end of base64 change no byte.
      .filter((changed) => JSON.stringify(decoded(changed)) !== same)
  );
}
