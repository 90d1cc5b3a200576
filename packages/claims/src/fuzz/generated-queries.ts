import { g, prov } from '@grondslag/vocab';
import fc from 'fast-check';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

export const nodes = ['<urn:a>', '<urn:b>', '<urn:b/c>', '_:c14n0', '_:c14n1'];
const predicates = ['<urn:p>', '<urn:q>', '<urn:r>'];
const numbers = [
  ...['0', '1', '01', '-7', '42', '9007199254740993', '999999999999999'].map(
    (n) => `"${n}"^^<${XSD}integer>`,
  ),
  ...['1.0', '0.1', '0.2', '1.10', '-3.25', '21430.50', '123456789.123456789', '.5', '7.'].map(
    (n) => `"${n}"^^<${XSD}decimal>`,
  ),
  ...['1', '1e0', '1.5E3', '0.1', '-2e-3', 'NaN', 'INF', '1e300'].map(
    (n) => `"${n}"^^<${XSD}double>`,
  ),
  ...[`"1"^^<${XSD}float>`, `"5"^^<${XSD}int>`, `"5"^^<${XSD}nonNegativeInteger>`],
];
const broken = [
  `"x"^^<${XSD}integer>`,
  `"0x10"^^<${XSD}integer>`,
  `""^^<${XSD}decimal>`,
  `"1e1"^^<${XSD}decimal>`,
];
const others = [
  ...[
    '"a"',
    '"b"',
    '"B"',
    '""',
    '"é"',
    '"e\u0301"',
    '"a\\nb"',
    '"10"',
    '"9"',
    '"a"@nl',
    '"a"@en',
    '"b"@nl',
  ],
  ...['2024', '2025', '-0044'].map((year) => `"${year}"^^<${XSD}gYear>`),
  ...['2024-02-29', '2024-03-01', '2024-03-01Z', '2023-02-29'].map(
    (day) => `"${day}"^^<${XSD}date>`,
  ),
  ...[
    '2024-02-29T10:00:00Z',
    '2024-02-29T11:00:00+01:00',
    '2024-02-29T10:00:00.000Z',
    '2024-02-29T10:00:01.5Z',
    '2024-02-29T10:00:00',
  ].map((at) => `"${at}"^^<${XSD}dateTime>`),
  ...['true', 'false', '1', 'yes'].map((one) => `"${one}"^^<${XSD}boolean>`),
  ...['"z"^^<urn:type>', '"y"^^<urn:type>', `"PT1H"^^<${XSD}duration>`],
];
/** Objects of statements: mostly of one kind, so that sums and comparisons come to something. */
export const kinds: readonly (readonly string[])[] = [
  ['"1"', '"2"', '"10"', '"3"'].map((n) => `${n}^^<${XSD}integer>`),
  ['1.50', '2.25', '0.10', '1.5', '10.00'].map((n) => `"${n}"^^<${XSD}decimal>`),
  numbers,
  ['"a"', '"b"', '"c"'],
  [...nodes],
  [...numbers, ...others, ...broken, ...nodes],
];

/** Texts of credentials, and questions about them, with objects of these kinds. */
export function generateQueries(kinds: readonly (readonly string[])[]) {
  const statement = (objects: readonly string[]) =>
    fc
      .tuple(fc.constantFrom(...nodes), fc.constantFrom(...predicates), fc.constantFrom(...objects))
      .map((terms) => `${terms.join(' ')} .\n`);
  const data = fc.constantFrom(...kinds).chain((objects) =>
    fc.array(
      fc.uniqueArray(statement(objects), { maxLength: 12 }).map((lines) => lines.join('')),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  );

  const variable = fc.constantFrom('?a', '?b', '?c', '?d', '?g');
  const constant = fc.constantFrom(...kinds.flat().filter((term) => !term.startsWith('_')));
  /** What stands in a text; sometimes another, which is then bound nowhere. */
  const namesIn = (text: string) => {
    const names = [...new Set(text.match(/\?[a-z]\b/g) ?? ['?a'])];
    return fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...names) }, variable);
  };

  const expressionOver = (name: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.letrec<{ test: string; leaf: string }>((tie) => {
      const operand = fc.oneof({ weight: 2, arbitrary: name }, constant);
      const comparison = fc
        .tuple(operand, fc.constantFrom('=', '!=', '<', '>', '<=', '>='), operand)
        .map((parts) => `(${parts.join(' ')})`);
      return {
        leaf: fc.oneof(
          { weight: 9, arbitrary: comparison },
          name.map((one) => `BOUND(${one})`),
        ),
        test: fc.oneof(
          { maxDepth: 3, depthSize: 'small' },
          tie('leaf'),
          fc
            .tuple(tie('test'), fc.constantFrom('&&', '||'), tie('test'))
            .map((parts) => `(${parts.join(' ')})`),
          tie('test').map((inner) => `(!${inner})`),
        ),
      };
    }).test;

  const pattern = fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: variable }, fc.constantFrom('<urn:a>', '<urn:b>')),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...predicates) }, variable),
      fc.oneof({ weight: 4, arbitrary: variable }, constant),
    )
    .map((terms) => `${terms.join(' ')} .`);
  const filtered = (text: string) =>
    fc
      .option(expressionOver(namesIn(text)), { nil: undefined })
      .map((test) => (test ? `${text} FILTER(${test})` : text));
  const optionalInside = fc
    .tuple(fc.constantFrom('?a', '?b'), fc.constantFrom(...predicates), fc.constantFrom('?m', '?n'))
    .map((terms) => `OPTIONAL { ${terms.join(' ')} }`);
  const inGraph = fc
    .tuple(
      fc.constantFrom('?g', '?g', '?h'),
      fc.array(pattern, { minLength: 1, maxLength: 3 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant('') }, optionalInside),
    )
    .chain(([graph, patterns, inside]) =>
      filtered(`${patterns.join(' ')} ${inside}`).map((body) => `GRAPH ${graph} { ${body} }`),
    );
  const provenance = fc.constantFrom(
    `?g <${prov.wasAttributedTo}> ?d .`,
    `?g <${g.validFrom}> ?c .`,
    `?g <${prov.hadPrimarySource}> ?e .`,
    '?a ?b ?c .',
  );
  /** Mostly with names of its own, and sometimes with a filter or another inside. */
  const optional = fc
    .tuple(
      fc.constantFrom('?a', '?b', '<urn:a>'),
      fc.constantFrom(...predicates, '?m'),
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom('?m', '?n') }, variable, constant),
      fc.constantFrom('?g', '?g', '?h', '?k'),
      fc.constantFrom(
        '',
        '',
        '',
        '',
        '',
        'FILTER(?m > 1)',
        'OPTIONAL { ?a ?m ?n }',
        '?m <urn:p> ?b',
      ),
    )
    .map(([s, p, o, graph, more]) => `OPTIONAL { GRAPH ${graph} { ${s} ${p} ${o} . ${more} } }`);
  /** What one binds may be joined with something after it: then it cannot come last. */
  const after = fc
    .tuple(fc.constantFrom('?a', '?b'), fc.constantFrom(...predicates))
    .map(([s, p]) => `GRAPH ?g { ${s} ${p} ?m }`);
  const optionals = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    {
      weight: 2,
      arbitrary: fc.array(optional, { minLength: 1, maxLength: 2 }).map((all) => all.join(' ')),
    },
    fc.tuple(optional, after).map((all) => all.join(' ')),
  );
  const where = fc
    .tuple(
      fc.array(inGraph, { minLength: 1, maxLength: 2 }),
      optionals,
      fc.option(provenance, { nil: '', freq: 3 }),
    )
    .chain(([graphs, added, about]) => filtered(`${graphs.join(' ')} ${added} ${about}`))
    .map((body) => `{ ${body} }`);

  const direction = fc.constantFrom(
    (name: string) => name,
    (name: string) => `DESC(${name})`,
  );
  const cut = fc.constantFrom(
    ...['', '', '', 'LIMIT 3', 'LIMIT 1', 'LIMIT 2 OFFSET 1', 'LIMIT 0', 'LIMIT 1000'],
  );
  const orderBy = (name: fc.Arbitrary<string>) =>
    fc
      .option(fc.tuple(direction, name), { nil: undefined })
      .map((by) => (by ? `ORDER BY ${by[0](by[1])}` : ''));

  const select = where.chain((body) => {
    const name = namesIn(body);
    return fc
      .tuple(
        fc.constantFrom('', 'DISTINCT '),
        fc.oneof(
          { weight: 4, arbitrary: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) },
          fc.constant(['*']),
        ),
        orderBy(name),
        cut,
      )
      .map(
        ([distinct, names, order, end]) =>
          `SELECT ${distinct}${names.join(' ')} ${body} ${order} ${end}`,
      );
  });
  /** Mostly a number compared, as people do. */
  const having = (aggregate: fc.Arbitrary<string>, by: readonly string[]) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant('') },
      fc
        .tuple(aggregate, fc.constantFrom('>', '<=', '='), fc.constantFrom('1', '2', '3.5'))
        .map((parts) => parts.join(' ')),
      expressionOver(fc.oneof(aggregate, fc.constantFrom('?a', ...by))),
    );
  const grouped = where.chain((body) => {
    const name = namesIn(body);
    const aggregate = fc
      .tuple(
        fc.constantFrom('COUNT', 'SUM', 'AVG', 'MIN', 'MAX'),
        fc.constantFrom('', '', 'DISTINCT '),
        fc.oneof({ weight: 6, arbitrary: name }, fc.constant('*')),
      )
      .map(([by, distinct, of]) => `${of === '*' ? 'COUNT' : by}(${distinct}${of})`);
    return fc.uniqueArray(name, { maxLength: 2 }).chain((by) =>
      fc
        .tuple(
          fc.array(aggregate, { minLength: 1, maxLength: 3 }),
          orderBy(fc.constantFrom('?x', ...by)),
          cut,
          having(aggregate, by),
        )
        .map(([aggregates, order, end, kept]) => {
          const values = aggregates.map((one, at) => `(${one} AS ${['?x', '?y', '?z'][at]})`);
          const groupBy = by.length > 0 ? `GROUP BY ${by.join(' ')}` : '';
          const filter = kept ? `HAVING(${kept})` : '';
          return `SELECT ${by.join(' ')} ${values.join(' ')} ${body} ${groupBy} ${filter} ${order} ${end}`;
        }),
    );
  });
  const query = fc.oneof(
    { weight: 4, arbitrary: select },
    { weight: 4, arbitrary: grouped },
    where.map((body) => `ASK ${body}`),
  );
  return { data, query };
}
