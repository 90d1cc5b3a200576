import { RDF_TYPE } from '@grondslag/vocab';
import type { Statements } from '../claim/statements.ts';
import { written } from '../claim/terms.ts';
import type { WrittenTerm } from '../nquads/line.ts';
import { iriOf, literalOf } from '../nquads/written-terms.ts';
import type { CheckShape, Violation } from './compile-shapes.ts';
import { datatypes } from './datatypes.ts';
import type { ShapePlan } from './shape-plan.ts';

/** Of one value of a shape. */
export type CheckValue = (value: WrittenTerm, statements: Statements) => Violation | undefined;
/** Of all values of a property shape: constraint and whether it holds. */
export type CheckSet = readonly [
  constraint: string,
  holds: (values: readonly WrittenTerm[], statements: Statements) => boolean,
];

type ShapeOf = (name: string) => CheckShape;

/** SHACL 4.2, 4.4.3, 4.5.4, 4.8.1: constraints on how many and which values there are. */
export function checksOfSet(plan: ShapePlan, shapeOf: ShapeOf): CheckSet[] {
  const { minCount, maxCount, hasValue = [], uniqueLang, qualified = [] } = plan;
  const checks: CheckSet[] = [];
  if (minCount !== undefined) checks.push(['sh:minCount', (values) => values.length >= minCount]);
  if (maxCount !== undefined) checks.push(['sh:maxCount', (values) => values.length <= maxCount]);
  for (const term of hasValue) checks.push(['sh:hasValue', (values) => values.includes(term)]);
  if (uniqueLang) checks.push(['sh:uniqueLang', areLanguagesUnique]);
  for (const { shape, min = 0, max = Number.POSITIVE_INFINITY } of qualified) {
    const check = shapeOf(shape);
    checks.push([
      'sh:qualifiedValueShape',
      (values, statements) => {
        const count = values.filter((value) => !check(value, statements)).length;
        return count >= min && count <= max;
      },
    ]);
  }
  return checks;
}

/** The other constraints of SHACL core that are planned: each value must hold to each. */
export function checksOfValue(plan: ShapePlan, shapeOf: ShapeOf): CheckValue[] {
  const checks: CheckValue[] = [];
  const must = (
    constraint: string,
    holds: (value: WrittenTerm, statements: Statements) => boolean,
  ) => {
    const violation = { constraint };
    checks.push((value, statements) => (holds(value, statements) ? undefined : violation));
  };

  for (const kind of plan.nodeKind ?? []) must('sh:nodeKind', (value) => hasKind(value, kind));
  for (const type of plan.class ?? []) {
    const term = written(type);
    must('sh:class', (value, { objects }) => objects(value, RDF_TYPE).includes(term));
  }
  for (const type of plan.datatype ?? []) must('sh:datatype', isOfDatatype(type));
  if (plan.in) {
    const terms = new Set(plan.in);
    must('sh:in', (value) => terms.has(value));
  }
  if (plan.path === undefined) {
    for (const term of plan.hasValue ?? []) must('sh:hasValue', (value) => value === term);
  }
  const { pattern, minLength, maxLength, languageIn } = plan;
  if (pattern) {
    const expression = new RegExp(pattern.source, pattern.flags);
    must('sh:pattern', (value) => {
      const text = textOf(value);
      return text !== undefined && expression.test(text);
    });
  }
  if (minLength !== undefined) must('sh:minLength', (value) => lengthOf(value) >= minLength);
  if (maxLength !== undefined) {
    must('sh:maxLength', (value) => lengthOf(value) <= maxLength && textOf(value) !== undefined);
  }
  if (languageIn) must('sh:languageIn', isInLanguage(languageIn));
  for (const [constraint, limit, holds] of rangesOf(plan)) {
    must(constraint, (value) => {
      const number = numberOf(value);
      return number !== undefined && holds(number, limit);
    });
  }

  for (const name of [...(plan.node ?? []), ...(plan.property ?? [])]) checks.push(shapeOf(name));
  for (const name of plan.not ?? []) {
    const check = shapeOf(name);
    must('sh:not', (value, statements) => check(value, statements) !== undefined);
  }
  for (const [key, enough] of [
    ['and', (count: number, all: number) => count === all],
    ['or', (count: number) => count > 0],
    ['xone', (count: number) => count === 1],
  ] as const) {
    for (const names of plan[key] ?? []) {
      const members = names.map(shapeOf);
      must(`sh:${key}`, (value, statements) => {
        const count = members.filter((check) => !check(value, statements)).length;
        return enough(count, members.length);
      });
    }
  }
  if (plan.closed) checks.push(checkClosed(plan.closed));
  return checks;
}

function checkClosed(allowed: readonly string[]): CheckValue {
  const terms = new Set(allowed.map(written));
  return (value, statements) => {
    for (const { predicate } of statements.about(value)) {
      if (!terms.has(predicate)) return { path: predicate.slice(1, -1), constraint: 'sh:closed' };
    }
    return undefined;
  };
}

function hasKind(value: WrittenTerm, kind: string): boolean {
  if (value.startsWith('"')) return kind.endsWith('Literal');
  return value.startsWith('<') ? kind.includes('IRI') : kind.startsWith('BlankNode');
}

/** A literal of this datatype is written with it at its end, and nothing else can be: a quote within is escaped. */
function isOfDatatype(type: string): (value: WrittenTerm) => boolean {
  const isValue = datatypes.get(type);
  if (!isValue) throw new TypeError(`Expected a planned datatype, got ${type}.`);
  const suffix = type.endsWith('#string') ? '"' : `"^^<${type}>`;
  if (type.endsWith('#langString')) return (value) => literalOf(value)?.language !== undefined;
  return (value) => {
    if (!value.startsWith('"') || !value.endsWith(suffix)) return false;
    const text = value.slice(1, -suffix.length);
    // None of the datatypes but text has a value with an escape in it.
    return isValue(text);
  };
}

/** What patterns and lengths are about; `undefined` of a blank node. */
function textOf(value: WrittenTerm): string | undefined {
  return iriOf(value) ?? literalOf(value)?.value;
}

/** `NaN` of a blank node: it is neither long enough nor short enough. */
function lengthOf(value: WrittenTerm): number {
  return textOf(value)?.length ?? Number.NaN;
}

function areLanguagesUnique(values: readonly WrittenTerm[]): boolean {
  const languages = values.flatMap((value) => literalOf(value)?.language?.toLowerCase() ?? []);
  return new Set(languages).size === languages.length;
}

function isInLanguage(ranges: readonly string[]): (value: WrittenTerm) => boolean {
  const wanted = ranges.map((range) => range.toLowerCase());
  return (value) => {
    const language = literalOf(value)?.language?.toLowerCase();
    // RFC 4647, 3.3.1: the whole tag, or up to a hyphen
    return wanted.some((range) => language === range || language?.startsWith(`${range}-`));
  };
}

const NUMBERS = new Set(
  ['integer', 'decimal', 'double'].map((name) => `http://www.w3.org/2001/XMLSchema#${name}`),
);

function numberOf(value: WrittenTerm): number | undefined {
  const literal = literalOf(value);
  if (!literal || !NUMBERS.has(literal.datatype)) return undefined;
  if (!datatypes.get(literal.datatype)?.(literal.value)) return undefined;
  return Number(literal.value);
}

type Range = readonly [constraint: string, limit: number, holds: (a: number, b: number) => boolean];

function rangesOf({ minInclusive, maxInclusive, minExclusive, maxExclusive }: ShapePlan): Range[] {
  const ranges: Range[] = [];
  if (minInclusive !== undefined) ranges.push(['sh:minInclusive', minInclusive, (a, b) => a >= b]);
  if (maxInclusive !== undefined) ranges.push(['sh:maxInclusive', maxInclusive, (a, b) => a <= b]);
  if (minExclusive !== undefined) ranges.push(['sh:minExclusive', minExclusive, (a, b) => a > b]);
  if (maxExclusive !== undefined) ranges.push(['sh:maxExclusive', maxExclusive, (a, b) => a < b]);
  return ranges;
}
