import { QueryRefusedError } from './query-refused-error.ts';

/** The operations of SPARQL 1.1 Query that only read what has been verified. */
const readOnly = new Set([
  ...[
    'project',
    'ask',
    'construct',
    'describe',
    'distinct',
    'reduced',
    'slice',
    'orderby',
    'group',
    'extend',
  ],
  ...['bgp', 'pattern', 'graph', 'join', 'leftjoin', 'minus', 'union', 'filter', 'values'],
  ...['expression', 'wildcard', 'path', 'alt', 'inv', 'link', 'nps', 'seq'],
  ...['OneOrMorePath', 'ZeroOrMorePath', 'ZeroOrOnePath'],
]);

/**
 * Refuses a parsed query that would do anything but read the verified claims: `SERVICE`, updates,
 * `FROM`, wherever it stands, `EXISTS` and subqueries included.
 *
 * Knows what is allowed, not what is forbidden: an operation that a later version adds is refused.
 *
 * @param operation algebra, from the parser of the engine that will run this very object
 * @throws {QueryRefusedError} `service_refused` or `query_form_refused`
 */
export function refuseQuery(operation: object): void {
  const waiting: object[] = [operation];
  const seen = new Set<object>();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if ('type' in one && typeof one.type === 'string') refuseOperation(one.type);
    for (const part of Object.values(one)) {
      if (typeof part === 'object' && part !== null) waiting.push(part);
    }
  }
}

function refuseOperation(type: string): void {
  if (readOnly.has(type)) return;
  if (type === 'service') {
    throw new QueryRefusedError(
      'service_refused',
      'Expected a query without SERVICE: only verified claims are asked, nobody else is. Remove it.',
    );
  }
  const what: Record<string, string> = {
    from: 'FROM: the claims are there already, each in its own graph. Use GRAPH ?g { … }',
    nop: 'an empty query',
  };
  throw new QueryRefusedError(
    'query_form_refused',
    `Expected a SELECT, ASK, CONSTRUCT or DESCRIBE that only reads, got ${what[type] ?? type}.`,
  );
}
