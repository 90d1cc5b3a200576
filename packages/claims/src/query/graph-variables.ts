import type { AlgebraOperation, AlgebraPattern, AlgebraTerm } from './algebra.ts';

/**
 * The variables whose value can only be the graph of a credential: those of `GRAPH ?variable`, unless something else
 * could have bound them too. A credential that writes the name of another one's graph is not believed about that.
 */
export function graphVariables(operation: AlgebraOperation): Set<string> {
  const inputs = [operation.input ?? []].flat() as readonly AlgebraOperation[];
  const inner = inputs.map(graphVariables);
  switch (operation.type) {
    case 'bgp':
      return union((operation.patterns ?? []).map(inPattern));
    case 'path':
    case 'pattern':
      return inPattern(operation as AlgebraOperation & AlgebraPattern);
    case 'join':
      return union(inner);
    case 'union':
      return inner.reduce(both, inner[0] ?? new Set());
    case 'project':
    case 'group': {
      const shown = new Set((operation.variables ?? []).map(({ value }) => value));
      return both(union(inner), shown);
    }
    case 'extend': {
      const { variable, expression } = operation;
      const bound = union(inner);
      if (variable && bound.has(expression?.term?.value ?? '')) bound.add(variable.value);
      return bound;
    }
    // Of an OPTIONAL only what stands outside: inside, it may not be bound, and something else may be.
    case 'leftjoin':
    case 'minus':
      return inner[0] ?? new Set();
    case 'filter':
    case 'orderby':
    case 'distinct':
    case 'reduced':
    case 'slice':
      return union(inner);
    default:
      return new Set();
  }
}

function inPattern({ graph }: { readonly graph: AlgebraTerm }): Set<string> {
  return new Set(graph.termType === 'Variable' ? [graph.value] : []);
}

function union(sets: readonly Set<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function both(one: Set<string>, other: Set<string>): Set<string> {
  return new Set([...one].filter((name) => other.has(name)));
}
