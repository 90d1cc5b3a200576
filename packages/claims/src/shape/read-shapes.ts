import { RDF_TYPE } from '@grondslag/vocab';
import type { Term } from '@rdfjs/types';
import { writeText } from '../nquads/written-terms.ts';
import { datatypes } from './datatypes.ts';
import type { ShapePlan, ShapePlans } from './shape-plan.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';
const CLASSES = [
  'http://www.w3.org/2000/01/rdf-schema#Class',
  'http://www.w3.org/2002/07/owl#Class',
];

/** Of a shape, and nothing that is checked. */
const silent = new Set([
  'message',
  'name',
  'description',
  'order',
  'group',
  'severity',
  'targetClass',
  'flags',
  'ignoredProperties',
  'qualifiedMinCount',
  'qualifiedMaxCount',
  'path',
]);

type Draft = { -readonly [Key in keyof ShapePlan]: ShapePlan[Key] };

/**
 * Reads SHACL shapes in Turtle. What cannot be planned is named in `unsupported`, never passed over.
 *
 * @throws {Error} when it is not Turtle
 */
export async function readShapes(...turtle: readonly string[]): Promise<ShapePlans> {
  const { Parser, Store } = await import('n3');
  const graph = new Store(
    turtle.flatMap((text, at) => new Parser({ blankNodePrefix: `s${at}_` }).parse(text)),
  );
  const shapes: Record<string, ShapePlan> = {};
  const targets: Record<string, string[]> = {};
  const unsupported: Record<string, string> = {};
  const names = new Map<string, string>();

  /** Blank nodes are numbered in the order they are met, so that the same Turtle gives the same plan. */
  function nameOf(shape: Term): string {
    if (shape.termType === 'NamedNode') return shape.value;
    const known = names.get(shape.value) ?? `_:${names.size}`;
    names.set(shape.value, known);
    return known;
  }

  function read(shape: Term): string {
    const name = nameOf(shape);
    if (name in shapes) return name;
    shapes[name] = {};
    const plan: Draft = {};
    for (const { predicate, object } of graph.getQuads(shape as never, null, null, null)) {
      if (!predicate.value.startsWith(SH)) continue;
      const problem = add(plan, predicate.value.slice(SH.length), object, shape);
      if (problem !== undefined) unsupported[name] ??= problem;
    }
    shapes[name] = plan;
    return name;
  }

  /** Adds one constraint to the plan; what is wrong when it cannot. */
  function add(plan: Draft, key: string, object: Term, shape: Term): string | undefined {
    switch (key) {
      case 'path':
        if (object.termType !== 'NamedNode') return 'sh:path that is no IRI';
        plan.path = object.value;
        return undefined;
      case 'minCount':
      case 'maxCount':
      case 'minLength':
      case 'maxLength':
      case 'minInclusive':
      case 'maxInclusive':
      case 'minExclusive':
      case 'maxExclusive': {
        const number = numberOf(object);
        if (number === undefined) return `sh:${key} of something else than a number`;
        if (plan[key] !== undefined) return `sh:${key} twice`;
        plan[key] = number;
        return undefined;
      }
      case 'nodeKind':
      case 'class':
        plan[key] = [...(plan[key] ?? []), object.value.replace(key === 'nodeKind' ? SH : '', '')];
        return undefined;
      case 'datatype':
        if (!datatypes.has(object.value)) return `sh:datatype ${object.value}`;
        plan.datatype = [...(plan.datatype ?? []), object.value];
        return undefined;
      case 'hasValue':
        plan.hasValue = [...(plan.hasValue ?? []), write(object)];
        return undefined;
      case 'in':
        if (plan.in) return 'sh:in twice';
        plan.in = listOf(object).map(write);
        return undefined;
      case 'languageIn':
        if (plan.languageIn) return 'sh:languageIn twice';
        plan.languageIn = listOf(object).map(({ value }) => value);
        return undefined;
      case 'uniqueLang':
        if (object.value === 'true') plan.uniqueLang = true;
        return undefined;
      case 'pattern': {
        if (plan.pattern) return 'sh:pattern twice';
        const flags = graph.getObjects(shape as never, `${SH}flags`, null)[0]?.value;
        plan.pattern = { source: object.value, ...(flags !== undefined && { flags }) };
        return undefined;
      }
      case 'node':
      case 'property':
      case 'not':
        plan[key] = [...(plan[key] ?? []), read(object)];
        return undefined;
      case 'and':
      case 'or':
      case 'xone':
        plan[key] = [...(plan[key] ?? []), listOf(object).map(read)];
        return undefined;
      case 'qualifiedValueShape': {
        const min = one(shape, 'qualifiedMinCount');
        const max = one(shape, 'qualifiedMaxCount');
        const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
        plan.qualified = [...(plan.qualified ?? []), { shape: read(object), ...bounds }];
        return undefined;
      }
      case 'closed':
        if (object.value !== 'true') return undefined;
        plan.closed = [
          ...graph
            .getObjects(shape as never, `${SH}property`, null)
            .flatMap((property) => graph.getObjects(property, `${SH}path`, null)),
          ...graph.getObjects(shape as never, `${SH}ignoredProperties`, null).flatMap(listOf),
        ].map(({ value }) => value);
        return undefined;
      default:
        return silent.has(key) ? undefined : `sh:${key}`;
    }
  }

  function one(shape: Term, key: string): number | undefined {
    const [object] = graph.getObjects(shape as never, SH + key, null);
    return object && numberOf(object);
  }

  function listOf(head: Term): Term[] {
    const items: Term[] = [];
    for (let at: Term | undefined = head; at && at.value !== `${RDF}nil`; ) {
      items.push(...graph.getObjects(at as never, `${RDF}first`, null));
      [at] = graph.getObjects(at as never, `${RDF}rest`, null);
    }
    return items;
  }

  for (const { subject, predicate, object } of graph.getQuads(null, null, null, null)) {
    if (predicate.value === `${SH}targetClass`) {
      targets[object.value] = [...(targets[object.value] ?? []), read(subject)];
    } else if (/^target/.test(predicate.value.slice(SH.length)) && predicate.value.startsWith(SH)) {
      unsupported[nameOf(subject)] ??= predicate.value.replace(SH, 'sh:');
    } else if (predicate.value === RDF_TYPE && CLASSES.includes(object.value)) {
      unsupported[nameOf(subject)] ??= 'a class that is a shape';
    }
  }
  return { shapes, targets, unsupported };
}

function numberOf(term: Term): number | undefined {
  if (term.termType !== 'Literal' || !/^[+-]?\d+(\.\d+)?$/.test(term.value)) return undefined;
  return Number(term.value);
}

function write(term: Term): string {
  if (term.termType !== 'Literal') return `<${term.value}>`;
  const text = writeText(term.value);
  if (term.language !== '') return `${text}@${term.language}`;
  return term.datatype.value === XSD_STRING ? text : `${text}^^<${term.datatype.value}>`;
}
