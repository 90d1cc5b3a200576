import { contexts, STATUS_ENTRY_CONTEXT } from '@grondslag/vocab';
import fc from 'fast-check';
import type { Json } from '../test-support/samples.ts';
import { baseCredentials } from './base-credentials.ts';

export const nastyTexts = [
  ...['', ' ', 'x', '"', '\\', '\n', '\t', '\0', '\x7f', '\u00a0', '\u2028', '\ufeff', 'é', 'ﬁ'],
  ...[
    '\ue000',
    '\uffff',
    '\u{1F393}',
    '\u{10FFFF}',
    '\ue000\u{1F393}',
    '\u{1F393}\ue000',
    '\ud800',
    '\udfffx',
  ],
  ...['_:b0', '_:c14n0', '_:c14n1', '@id', '@type', '@json', '@none', '@value', '@graph', '@x'],
  ...[
    'urn:a',
    'urn:a b',
    'urn:é',
    'urn:\u00a0',
    'urn:a<b',
    'urn:a"b',
    'urn:a\\b',
    'urn:a|b',
    'urn:{a}',
  ],
  ...[
    'relative',
    '/path',
    '#fragment',
    '//host/path',
    '?q',
    'a:b',
    'acl:Read',
    'https:x',
    'did:web:a',
  ],
  ...[
    'http://a.example/',
    'https://a.example/> <urn:x> <urn:y> .\n<urn:z',
    'urn:x> .\n',
    'é:a',
    '1:a',
  ],
  ...[
    'true',
    '1',
    '-1.50',
    '1e3',
    '2026-02-30',
    '2026-01-05T09:00:00Z',
    'INF',
    'nl',
    'nl-BE',
    'x-',
    'nl_BE',
  ],
  ...['http://www.w3.org/2001/XMLSchema#string', 'http://www.w3.org/2001/XMLSchema#double'],
  ...[
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
];

/** All that the pinned contexts define, and the keywords. */
const names = [...new Set([...contexts.values(), STATUS_ENTRY_CONTEXT].flatMap(termsOf))];
const keywords = [
  ...['@context', '@id', '@type', '@value', '@language', '@direction', '@graph', '@included'],
  ...[
    '@reverse',
    '@nest',
    '@list',
    '@set',
    '@index',
    '@json',
    '@none',
    '@base',
    '@vocab',
    '@import',
  ],
];
const keys = [
  ...names,
  ...keywords,
  ...['id', 'type', 'name', '__proto__', 'constructor', 'toString', '', 'nobody defined this'],
  ...[
    'https://schema.org/name',
    'urn:p',
    'acl:mode',
    'https://www.w3.org/2018/credentials#issuer',
    '_:p',
  ],
];
const contextValues: readonly unknown[] = [
  ...contexts.keys(),
  STATUS_ENTRY_CONTEXT,
  'https://evil.example/v1',
  null,
  {},
  { name: 'urn:other' },
  { id: '@type' },
  { '@vocab': 'urn:vocab:' },
  { '@base': 'https://base.example/' },
  { '@language': 'nl' },
  { nested: '@nest', included: '@included', graph: '@graph' },
];

function termsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(termsOf);
  return Object.entries(value).flatMap(([key, member]) =>
    key.startsWith('@') ? termsOf(member) : [key, ...termsOf(member)],
  );
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...nastyTexts), fc.constantFrom(...nastyTexts))
      .map((both) => both.join('')),
  },
);
const scalar = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(true, false, null, 0, -0, 1, -7, 1.5, 1e21, 1e-7, 2 ** 53),
  },
);
const literal = fc.record(
  {
    '@value': scalar,
    '@language': fc.constantFrom<unknown>('nl', 'NL-be', 'x-', '', null, 1),
    '@type': scalar,
    '@direction': fc.constantFrom('ltr', 'rtl', 'up'),
    '@index': fc.constant('1'),
  },
  { requiredKeys: ['@value'] },
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.oneof(
      literal,
      fc.record({ '@value': text, '@language': fc.constantFrom('nl', 'EN-gb') }),
      fc.record({ '@value': text, '@type': text }),
    ),
    fc.record({ id: text }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
  ),
}));

/** Terms whose values are literals, and terms whose values are IRIs. */
const literalTerms = [
  ...[
    'name',
    'description',
    'title',
    'level',
    'institution',
    'awardedOn',
    'year',
    'amount',
    'currency',
  ],
  ...['street', 'city', 'since', 'adults', 'children', 'validFrom', 'validUntil', 'statusPurpose'],
  ...['statusListIndex', 'encodedList', 'issuanceDate', 'expirationDate', 'revocationListIndex'],
];
const iriTerms = [
  'id',
  'issuer',
  'statusListCredential',
  'revocationListCredential',
  'isProvidedTo',
  'type',
];
const iris = [
  ...[
    'urn:a',
    'did:web:a.example#key',
    'http://a.example/é?q=1&r=(2)#f',
    'https://a.example/%20',
    'x:',
    'a:b',
  ],
  ...[
    'https://a.example/\u{1F393}',
    'https://a.example/\ue000',
    'https://a.example/[x]',
    "urn:'*!$;,@~_-",
  ],
];
const datatypes = [
  ...['string', 'double', 'boolean', 'integer', 'dateTime'].map(
    (name) => `http://www.w3.org/2001/XMLSchema#${name}`,
  ),
  ...['langString', 'JSON'].map((name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`),
];
const saying = fc.oneof(
  text,
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.record({ '@value': text, '@language': fc.constantFrom('nl', 'EN-gb') }),
  fc.record({
    '@value': text,
    '@type': fc.constantFrom(...iris, ...datatypes),
  }),
  fc.array(text, { maxLength: 3 }),
);

/** What leaves a document that says something, most times. */
const mild = fc.record({
  place: fc.nat(10_000),
  kind: fc.constantFrom('say', 'say', 'refer', 'twin', 'twin', 'reverse'),
  key: fc.constantFrom(...literalTerms),
  value: saying,
  iri: fc.constantFrom(...iris),
});
const wild = fc.record({
  place: fc.nat(10_000),
  kind: fc.constantFrom('replace', 'add', 'remove', 'rename', 'repeat', 'wrap', 'copy', 'context'),
  key: fc.constantFrom(...keys),
  value,
  contexts: fc.array(fc.constantFrom(...contextValues), { minLength: 1, maxLength: 3 }),
});
type Mild = typeof mild extends fc.Arbitrary<infer T> ? T : never;
type Wild = typeof wild extends fc.Arbitrary<infer T> ? T : never;

/** A good credential, spoilt in up to six places, as the text of a JSON document. */
export const mutatedCredentials: fc.Arbitrary<string> = fc
  .tuple(
    fc.nat(baseCredentials.length - 1),
    fc.array(mild, { maxLength: 4 }),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(wild, { minLength: 1, maxLength: 2 }) },
    ),
  )
  .map(([base, mildly, wildly]) => {
    const credential = structuredClone(baseCredentials[base]) as Json;
    for (const one of mildly) applyMild(one, credential);
    for (const one of wildly) applyWild(one, credential);
    return JSON.stringify(credential);
  });

function applyMild({ place, kind, key, value, iri }: Mild, credential: Json): void {
  const places = placesIn(credential);
  const pick = (wanted: (place: Place) => boolean) => {
    const found = places.filter(wanted);
    return found[place % Math.max(1, found.length)];
  };
  const nodes = (one: Place) => {
    const node = one.holder[one.key];
    return (
      typeof node === 'object' && node !== null && one.key !== '@context' && !('@value' in node)
    );
  };
  if (kind === 'say') {
    const one = pick((found) => literalTerms.includes(found.key));
    const node = pick((found) => nodes(found) && !Array.isArray(found.holder[found.key]));
    if (place % 3 && one) one.holder[one.key] = value;
    else if (node) (node.holder[node.key] as Json)[key] = value;
  } else if (kind === 'refer') {
    const one = pick(
      (found) => iriTerms.includes(found.key) && typeof found.holder[found.key] === 'string',
    );
    if (one) one.holder[one.key] = iri;
  } else {
    const one = pick(nodes);
    if (!one) return;
    const node = one.holder[one.key] as Json;
    const twin = Array.isArray(node)
      ? [...node].reverse()
      : Object.fromEntries(Object.entries(node).reverse());
    const nearly = place % 2 || Array.isArray(twin) ? twin : { ...twin, [key]: value };
    one.holder[one.key] = kind === 'reverse' ? twin : [node, nearly].flat();
  }
}

/** An object or array of the document, and one of its members. */
interface Place {
  readonly holder: Json;
  readonly key: string;
}

function applyWild({ place, kind, key, value, contexts }: Wild, credential: Json): void {
  if (kind === 'context') {
    // Copies: the next change may be made within one, and every run shares the original.
    const own = structuredClone(contexts);
    credential['@context'] = own.length === 1 && place % 2 ? own[0] : own;
    return;
  }
  const places = placesIn(credential);
  const { holder, key: at } = places[place % places.length] as Place;
  const old = holder[at];
  switch (kind) {
    case 'replace':
      set(holder, at, value);
      break;
    case 'add':
      set(typeof old === 'object' && old !== null ? (old as Json) : holder, key, value);
      break;
    case 'remove':
      delete holder[at];
      break;
    case 'rename':
      delete holder[at];
      set(holder, key, old);
      break;
    case 'repeat':
      set(holder, at, [old, old, value]);
      break;
    case 'wrap':
      set(holder, at, { [key]: old });
      break;
    case 'copy':
      // The same object in two places: a blank node that looks like another.
      set(holder, key, structuredClone(places[(place * 7) % places.length]?.holder));
      break;
  }
}

/** As JSON.parse does, for `__proto__` too. */
function set(holder: Json, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { holder: value as Json, key },
    ...(key === '@context' ? [] : placesIn((value as Json)[key])),
  ]);
}
