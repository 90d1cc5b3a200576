import type {
  AlgebraExpression,
  AlgebraOperation,
  AlgebraPattern,
  AlgebraTerm,
} from '../algebra.ts';
import { Declined } from './declined.ts';

export interface Filter {
  readonly expression: AlgebraExpression;
  /** The variables it can see; any other is not bound there, whatever it is elsewhere. */
  readonly scope: ReadonlySet<string>;
  /** Those of its OPTIONALs: bound in some rows. */
  readonly unsure: ReadonlySet<string>;
}

export type Aggregator = 'count' | 'sum' | 'avg' | 'min' | 'max';

export interface Aggregate {
  readonly aggregator: Aggregator;
  /** `undefined`: `COUNT(*)`. */
  readonly of: string | undefined;
  readonly distinct: boolean;
  readonly name: string;
}

/** Patterns that may match, and the variables that only they can bind. */
export interface Optional {
  readonly patterns: readonly AlgebraPattern[];
  readonly own: ReadonlySet<string>;
}

/** Patterns joined, filtered, extended by OPTIONALs, perhaps grouped, and put in order: all that is planned. */
export interface Plan {
  readonly form: 'select' | 'ask';
  readonly patterns: readonly AlgebraPattern[];
  readonly filters: readonly Filter[];
  readonly optionals: readonly Optional[];
  readonly group?: {
    readonly by: readonly string[];
    readonly aggregates: readonly Aggregate[];
    readonly having: readonly Filter[];
  };
  /** New name → old name. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly order: readonly { readonly of: string; readonly descending: boolean }[];
  readonly variables: readonly string[];
  readonly distinct: boolean;
  readonly start: number;
  readonly length: number;
}

const aggregators: readonly string[] = ['count', 'sum', 'avg', 'min', 'max'] satisfies Aggregator[];

/** @throws {Declined} for any query that is more than `Plan` can say */
export function readPlan(operation: AlgebraOperation): Plan {
  let rest = operation;
  const inner = () => {
    if (!rest.input || Array.isArray(rest.input)) throw new Declined(rest.type);
    rest = rest.input as AlgebraOperation;
  };
  const take = (type: string): AlgebraOperation | undefined => {
    if (rest.type !== type) return undefined;
    const taken = rest;
    inner();
    return taken;
  };

  const slice = take('slice');
  const distinct = take('distinct') !== undefined;
  const ask = take('ask');
  const project = ask ? undefined : take('project');
  if (!ask && !project) throw new Declined(rest.type);
  if (ask && (slice || distinct)) throw new Declined('ask');
  const order = (take('orderby')?.expressions ?? []).map(readOrder);
  const renamed = new Map<string, string>();
  for (let one = take('extend'); one; one = take('extend')) {
    renamed.set(nameOf(one.variable), nameOf(one.expression?.term));
  }
  const where = rest;
  const having: AlgebraOperation[] = [];
  for (let one = take('filter'); one; one = take('filter')) having.push(one);
  const grouped = take('group');
  // Without a group these filters are of the patterns.
  if (!grouped) rest = where;
  const group = grouped && readGroup(grouped, having);
  const { patterns, filters, optionals } = readWhere(rest);
  const plan: Plan = {
    form: ask ? 'ask' : 'select',
    patterns,
    filters,
    optionals,
    ...(group && { group }),
    renamed,
    order,
    variables: (project?.variables ?? []).map(nameOf),
    distinct,
    start: slice?.start ?? 0,
    length: slice?.length ?? Number.POSITIVE_INFINITY,
  };
  checkNames(plan);
  return plan;
}

function readGroup(
  { variables = [], aggregates = [] }: AlgebraOperation,
  having: readonly AlgebraOperation[],
): NonNullable<Plan['group']> {
  const group = { by: variables.map(nameOf), aggregates: aggregates.map(readAggregate) };
  const scope = new Set([...group.by, ...group.aggregates.map(({ name }) => name)]);
  return { ...group, having: having.map((one) => readFilter(one, scope, new Set())) };
}

function readFilter({ expression }: AlgebraOperation, scope: Set<string>, unsure: Set<string>) {
  if (!expression) throw new Declined('filter');
  return { expression, scope, unsure };
}

function readWhere(operation: AlgebraOperation): Pick<Plan, 'patterns' | 'filters' | 'optionals'> {
  switch (operation.type) {
    case 'bgp':
      return { patterns: operation.patterns ?? [], filters: [], optionals: [] };
    case 'join': {
      const parts = (operation.input as readonly AlgebraOperation[]).map(readWhere);
      return {
        patterns: parts.flatMap(({ patterns }) => patterns),
        filters: parts.flatMap(({ filters }) => filters),
        optionals: parts.flatMap(({ optionals }) => optionals),
      };
    }
    case 'leftjoin': {
      const [left, right] = (operation.input as readonly AlgebraOperation[]).map(readWhere);
      if (operation.expression || !left || !right) throw new Declined('leftjoin');
      if (right.filters.length > 0 || right.optionals.length > 0) throw new Declined('leftjoin');
      const { patterns } = right;
      const certain = variablesOf(left.patterns);
      const own = new Set([...variablesOf(patterns)].filter((name) => !certain.has(name)));
      return { ...left, optionals: [...left.optionals, { patterns, own }] };
    }
    case 'filter': {
      const { patterns, filters, optionals } = readWhere(operation.input as AlgebraOperation);
      const unsure = new Set(optionals.flatMap(({ own }) => [...own]));
      const filter = readFilter(operation, variablesOf(patterns), unsure);
      return { patterns, filters: [...filters, filter], optionals };
    }
    default:
      throw new Declined(operation.type);
  }
}

export function variablesOf(patterns: readonly AlgebraPattern[]): Set<string> {
  return new Set(
    patterns
      .flatMap(({ subject, predicate, object, graph }) => [subject, predicate, object, graph])
      .filter(({ termType }) => termType === 'Variable')
      .map(({ value }) => value),
  );
}

function readOrder(expression: AlgebraExpression): Plan['order'][number] {
  const descending = expression.operator === 'desc';
  return { of: nameOf((descending ? expression.args?.[0] : expression)?.term), descending };
}

function readAggregate(aggregate: AlgebraExpression): Aggregate {
  const { aggregator = '', expression, distinct = false, variable } = aggregate;
  if (!aggregators.includes(aggregator)) throw new Declined(aggregator);
  const isWildcard = expression?.subType === 'wildcard';
  if (isWildcard && (distinct || aggregator !== 'count')) throw new Declined('wildcard');
  return {
    aggregator: aggregator as Aggregator,
    of: isWildcard ? undefined : nameOf(expression?.term),
    distinct,
    name: nameOf(variable),
  };
}

function nameOf(term: AlgebraTerm | undefined): string {
  if (term?.termType !== 'Variable') throw new Declined('expression');
  return term.value;
}

/** Every name that is used must be bound by the patterns, and once; what an OPTIONAL binds is only shown. */
function checkNames({ patterns, optionals, group, renamed, order, variables }: Plan): void {
  if (patterns.length === 0) throw new Declined('empty');
  const bound = variablesOf(patterns);
  checkOptionals(optionals, bound);
  for (const name of group?.by ?? []) if (!bound.has(name)) throw new Declined('unbound');
  for (const { of } of group?.aggregates ?? []) {
    if (of !== undefined && !bound.has(of)) throw new Declined('unbound');
  }
  const known = group
    ? new Set([...group.by, ...group.aggregates.map(({ name }) => name)])
    : new Set([...bound, ...optionals.flatMap(({ own }) => [...own])]);
  for (const [name, old] of [...renamed].reverse()) {
    if (!known.has(old) || known.has(name)) throw new Declined('unbound');
    known.add(name);
  }
  for (const name of [...order.map(({ of }) => of), ...variables]) {
    if (!known.has(name)) throw new Declined('unbound');
  }
}

/** When nothing else binds what an OPTIONAL binds, it can be joined last (well-designed patterns, Pérez et al. 2009). */
function checkOptionals(optionals: readonly Optional[], bound: ReadonlySet<string>): void {
  for (const { own } of optionals) {
    const others = optionals.filter((one) => one.own !== own);
    const elsewhere = [bound, ...others.map(({ patterns }) => variablesOf(patterns))];
    const isElsewhere = (name: string) => elsewhere.some((names) => names.has(name));
    if ([...own].some(isElsewhere)) throw new Declined('optional');
  }
}
