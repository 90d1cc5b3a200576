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
}

export type Aggregator = 'count' | 'sum' | 'avg' | 'min' | 'max';

export interface Aggregate {
  readonly aggregator: Aggregator;
  /** `undefined`: `COUNT(*)`. */
  readonly of: string | undefined;
  readonly distinct: boolean;
  readonly name: string;
}

/** Patterns joined, filtered, perhaps grouped, and put in order: all that is planned. */
export interface Plan {
  readonly form: 'select' | 'ask';
  readonly patterns: readonly AlgebraPattern[];
  readonly filters: readonly Filter[];
  readonly group?: { readonly by: readonly string[]; readonly aggregates: readonly Aggregate[] };
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
  const grouped = take('group');
  const group = grouped && {
    by: (grouped.variables ?? []).map(nameOf),
    aggregates: (grouped.aggregates ?? []).map(readAggregate),
  };
  const { patterns, filters } = readWhere(rest);
  const plan: Plan = {
    form: ask ? 'ask' : 'select',
    patterns,
    filters,
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

function readWhere(operation: AlgebraOperation): Pick<Plan, 'patterns' | 'filters'> {
  switch (operation.type) {
    case 'bgp':
      return { patterns: operation.patterns ?? [], filters: [] };
    case 'join': {
      const parts = (operation.input as readonly AlgebraOperation[]).map(readWhere);
      return {
        patterns: parts.flatMap(({ patterns }) => patterns),
        filters: parts.flatMap(({ filters }) => filters),
      };
    }
    case 'filter': {
      const { patterns, filters } = readWhere(operation.input as AlgebraOperation);
      const { expression } = operation;
      if (!expression) throw new Declined('filter');
      return { patterns, filters: [...filters, { expression, scope: variablesOf(patterns) }] };
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

/** Every name that is used must be bound in every row, and once: what is not bound is for Comunica. */
function checkNames({ patterns, group, renamed, order, variables }: Plan): void {
  if (patterns.length === 0) throw new Declined('empty');
  const bound = variablesOf(patterns);
  for (const name of group?.by ?? []) if (!bound.has(name)) throw new Declined('unbound');
  for (const { of } of group?.aggregates ?? []) {
    if (of !== undefined && !bound.has(of)) throw new Declined('unbound');
  }
  const known = group
    ? new Set([...group.by, ...group.aggregates.map(({ name }) => name)])
    : new Set(bound);
  for (const [name, old] of [...renamed].reverse()) {
    if (!known.has(old) || known.has(name)) throw new Declined('unbound');
    known.add(name);
  }
  for (const name of [...order.map(({ of }) => of), ...variables]) {
    if (!known.has(name)) throw new Declined('unbound');
  }
}
