import type { Statements } from '../claim/statements.ts';
import { written } from '../claim/terms.ts';
import type { WrittenTerm } from '../nquads/line.ts';
import { type CheckSet, type CheckValue, checksOfSet, checksOfValue } from './constraints.ts';
import type { ShapePlan, ShapePlans } from './shape-plan.ts';

/** The first thing that is not as its shape says; names no value. */
export interface Violation {
  /** The predicate, when it is about one. */
  readonly path?: string;
  /** Such as `sh:maxCount`. */
  readonly constraint: string;
}

/** Whether `node` has the shape; the first violation when not. */
export type CheckShape = (node: WrittenTerm, statements: Statements) => Violation | undefined;

/** What is there for the instances of one class. */
export type CompiledShape =
  | { readonly compiled: true; readonly check: CheckShape }
  /** A general validator must decide. */
  | { readonly compiled: false; readonly unsupported: string };

const SUB_CLASS_OF = written('http://www.w3.org/2000/01/rdf-schema#subClassOf');

/**
 * Makes a function of each shape. It says what a SHACL validator says about signed statements, without building
 * a report; a shape with a construct it does not know is not compiled, as a whole.
 *
 * @returns class → the shape of its instances
 */
export function compileShapes(plans: ShapePlans): ReadonlyMap<string, CompiledShape> {
  const made = new Map<string, CheckShape>();

  function compile(name: string, within: readonly string[]): CheckShape {
    const known = made.get(name);
    if (known) return known;
    const plan = plans.shapes[name];
    if (!plan) throw new Unsupported(`a shape that is not there: ${name}`);
    const unsupported = plans.unsupported[name];
    if (unsupported !== undefined) throw new Unsupported(unsupported);
    if (within.includes(name)) throw new Unsupported('a shape within itself');
    const check = checkOf(plan, (inner) => compile(inner, [...within, name]));
    made.set(name, check);
    return check;
  }

  return new Map(
    Object.entries(plans.targets).map(([type, names]): [string, CompiledShape] => {
      try {
        const checks = names.map((name) => compile(name, []));
        return [type, { compiled: true, check: whole(checks) }];
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        return [type, { compiled: false, unsupported: error.message }];
      }
    }),
  );
}

class Unsupported extends Error {}

function whole(checks: readonly CheckShape[]): CheckShape {
  return (node, statements) => {
    // With classes that have subclasses in the data, "instance of" would need more than a look.
    if (statements.lines.some(({ predicate }) => predicate === SUB_CLASS_OF)) {
      return { constraint: 'rdfs:subClassOf in the data' };
    }
    for (const check of checks) {
      const violation = check(node, statements);
      if (violation) return violation;
    }
    return undefined;
  };
}

function checkOf(plan: ShapePlan, shapeOf: (name: string) => CheckShape): CheckShape {
  const ofSet: readonly CheckSet[] = checksOfSet(plan, shapeOf);
  const ofValue: readonly CheckValue[] = checksOfValue(plan, shapeOf);
  const { path } = plan;
  if (path === undefined) return (node, statements) => checkValue(node, statements);
  return (node, statements) => {
    const values = statements.objects(node, path);
    for (const [constraint, holds] of ofSet) {
      if (!holds(values, statements)) return { path, constraint };
    }
    for (const value of values) {
      const violation = checkValue(value, statements);
      if (violation) return violation.path === undefined ? { ...violation, path } : violation;
    }
    return undefined;
  };

  function checkValue(value: WrittenTerm, statements: Statements): Violation | undefined {
    for (const check of ofValue) {
      const violation = check(value, statements);
      if (violation) return violation;
    }
    return undefined;
  }
}
