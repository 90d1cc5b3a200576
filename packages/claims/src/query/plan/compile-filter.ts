import type { AlgebraExpression, AlgebraTerm } from '../algebra.ts';
import { equals, isAtMost, isLess, type Truth } from './compare.ts';
import { Declined } from './declined.ts';
import type { Filter } from './read-plan.ts';
import { writeAlgebraTerm } from './terms.ts';
import { readValue, type Value } from './value.ts';

/** The values of a row, by slot. */
export interface RowValues {
  /** @throws {Declined} for what is not bound */
  valueAt(slot: number): Value;
}

export type Test = (values: RowValues) => Truth;
export interface CompiledFilter {
  readonly test: Test;
  /** The slots it looks at. */
  readonly sees: ReadonlySet<number>;
}

type Operand = (values: RowValues) => Value;

const comparisons: Record<string, (a: Value, b: Value) => Truth> = {
  '=': equals,
  '!=': (a, b) => not(equals(a, b)),
  '<': isLess,
  '>': (a, b) => isLess(b, a),
  '<=': isAtMost,
  '>=': (a, b) => isAtMost(b, a),
};

/**
 * Comparisons, `&&`, `||`, `!` and `BOUND`, with the errors of SPARQL 1.1, 17.2.
 *
 * @throws {Declined} for any other expression
 */
export function compileFilter(
  { expression, scope, unsure }: Filter,
  slots: ReadonlyMap<string, number>,
): CompiledFilter {
  const sees = new Set<number>();
  const compile = ({ subType, operator = '', args = [] }: AlgebraExpression): Test => {
    if (subType !== 'operator') throw new Declined(subType);
    const [first, second] = args;
    const compare = comparisons[operator];
    if (compare && first && second) {
      const [left, right] = [operand(first), operand(second)];
      return (values) => compare(left(values), right(values));
    }
    if (operator === 'bound' && first?.term?.termType === 'Variable') {
      if (unsure.has(first.term.value)) throw new Declined('unbound');
      const isBound = scope.has(first.term.value);
      return () => isBound;
    }
    if (operator === '!' && first) {
      const test = compile(first);
      return (values) => not(test(values));
    }
    if ((operator === '&&' || operator === '||') && first && second) {
      const [left, right] = [compile(first), compile(second)];
      // The one that decides whatever the other is, an error included.
      const decides = operator === '||';
      return (values) => {
        const a = left(values);
        if (a === decides) return decides;
        const b = right(values);
        return b === decides ? decides : a === undefined || b === undefined ? undefined : !decides;
      };
    }
    throw new Declined(operator);
  };

  const operand = ({ subType, term }: AlgebraExpression): Operand => {
    if (subType !== 'term' || !term) throw new Declined(subType);
    if (term.termType !== 'Variable') {
      const value = readValue(constantOf(term));
      return () => value;
    }
    const slot = slots.get(term.value);
    // Not bound where the filter stands: an error in every row, which Comunica 5.4 takes for a match with `=`.
    if (slot === undefined || !scope.has(term.value)) throw new Declined('unbound');
    sees.add(slot);
    return (values) => values.valueAt(slot);
  };

  return { test: compile(expression), sees };
}

function constantOf(term: AlgebraTerm): string {
  // Comunica compares tags letter by letter, and in the store they are lower case.
  if (term.language && term.language !== term.language.toLowerCase())
    throw new Declined('language');
  return writeAlgebraTerm(term);
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
