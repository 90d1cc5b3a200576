import { XSD } from '@grondslag/vocab';
import type * as Rdf from '@rdfjs/types';
import { factory } from '../store/written-term.ts';
import type { AlgebraExpression, AlgebraOperation, AlgebraTerm } from './algebra.ts';
import { type Answer, toTerm as asAnswerTerm } from './answer.ts';
import { QueryRefusedError } from './query-refused-error.ts';

/** A value for a variable of a query: an IRI or a literal, as RDF/JS terms are, or plain. */
export type Parameter =
  | { readonly termType: 'NamedNode'; readonly value: string }
  | {
      readonly termType: 'Literal';
      readonly value: string;
      readonly language?: string;
      readonly datatype?: string | { readonly value: string };
    };

/** Variable, without `?`, → value. */
export type Bindings = Readonly<Record<string, Parameter>>;

/** IRIREF of SPARQL 1.1, and absolute. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot stand in an IRI
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;
const BOOLEAN = factory.namedNode(`${XSD}boolean`);
const RDF_LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/**
 * The same as plain data.
 *
 * @throws {TypeError} for a value that is not a well-formed IRI or literal
 */
export function readBindings(bindings: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(bindings).map(([name, parameter]) => [
      name,
      asAnswerTerm(toTerm(name, parameter)) as Parameter,
    ]),
  );
}

type Terms = ReadonlyMap<string, AlgebraTerm>;

/**
 * The query with a term in place of each of these variables, as if it stood there; a subquery has variables of its
 * own, but for those it shows. The terms go into the parsed query: no text is made, so no value can be more than that.
 *
 * A SELECT does not show what it was given: see `showParameters`.
 *
 * @throws {QueryRefusedError} `query_form_refused` where the query gives the variable a value itself
 */
export function bindParameters(operation: AlgebraOperation, bindings: Bindings): AlgebraOperation {
  const names = Object.keys(bindings);
  if (names.length === 0) return operation;
  const terms = new Map(names.map((name) => [name, toTerm(name, bindings[name] as Parameter)]));
  return replaceAtTop(operation, terms);
}

/** The answer to a SELECT with the parameters that the query shows. */
export function showParameters<T extends Extract<Answer, { form: 'select' }>>(
  answer: T,
  operation: AlgebraOperation,
  bindings: Bindings,
): T {
  if (Object.keys(bindings).length === 0) return answer;
  const variables = shownBy(operation);
  const given = Object.fromEntries(
    variables
      .filter((name) => bindings[name])
      .map((name) => [name, asAnswerTerm(toTerm(name, bindings[name] as Parameter))]),
  );
  return { ...answer, variables, rows: answer.rows.map((row) => ({ ...row, ...given })) };
}

/** The variables of the outermost SELECT, in its order. */
function shownBy(operation: AlgebraOperation): string[] {
  let one: AlgebraOperation | undefined = operation;
  while (one && aboveProject.has(one.type)) one = one.input as AlgebraOperation;
  return one?.type === 'project' ? (one.variables ?? []).map(({ value }) => value) : [];
}

const aboveProject = new Set(['slice', 'distinct', 'reduced']);

function replaceAtTop(operation: AlgebraOperation, terms: Terms): AlgebraOperation {
  const { type, input, variables = [] } = operation;
  if (aboveProject.has(type)) {
    return { ...operation, input: replaceAtTop(input as AlgebraOperation, terms) };
  }
  if (type !== 'project') return replace(operation, terms) as AlgebraOperation;
  return {
    ...operation,
    input: replace(input, terms) as AlgebraOperation,
    variables: variables.filter(({ value }) => !terms.has(value)),
  };
}

function replace(one: unknown, terms: Terms): unknown {
  if (Array.isArray(one)) return one.map((part) => replace(part, terms));
  if (typeof one !== 'object' || one === null) return one;
  if ('termType' in one && one.termType === 'Variable') {
    return terms.get((one as AlgebraTerm).value) ?? one;
  }
  // Triple patterns are terms too, with terms in them.
  if (!('type' in one)) return one;
  const operation = one as AlgebraOperation & Partial<Omit<AlgebraExpression, 'type'>>;
  const { type, variables = [] } = operation;
  switch (type) {
    case 'project':
    case 'group': {
      const shown = new Map([...terms].filter(([name]) => isAmong(variables, name)));
      const inner = type === 'group' ? terms : shown;
      refuseAssigned(operation.aggregates?.map(({ variable }) => variable) ?? [], terms);
      return {
        ...replaceParts({ ...operation, variables: [] }, inner),
        variables,
        input: [...shown].reduce(give, replace(operation.input, inner) as AlgebraOperation),
      };
    }
    case 'extend':
      refuseAssigned([operation.variable], terms);
      break;
    case 'values':
      refuseAssigned(variables, terms);
      break;
    case 'expression':
      if (operation.operator === 'bound' && terms.has(operation.args?.[0]?.term?.value ?? '')) {
        return { type: 'expression', subType: 'term', term: factory.literal('true', BOOLEAN) };
      }
      break;
  }
  return replaceParts(one, terms);
}

function replaceParts(one: object, terms: Terms): object {
  // A copy of the same class: terms and patterns have methods.
  return Object.assign(
    Object.create(Object.getPrototypeOf(one)),
    Object.fromEntries(Object.entries(one).map(([name, part]) => [name, replace(part, terms)])),
  );
}

function give(input: AlgebraOperation, [name, term]: [string, AlgebraTerm]): AlgebraOperation {
  const expression: AlgebraExpression = { type: 'expression', subType: 'term', term };
  return { type: 'extend', input, variable: factory.variable(name), expression };
}

function isAmong(variables: readonly AlgebraTerm[], name: string): boolean {
  return variables.some(({ value }) => value === name);
}

function refuseAssigned(variables: readonly (AlgebraTerm | undefined)[], terms: Terms): void {
  for (const variable of variables) {
    if (!variable || !terms.has(variable.value)) continue;
    throw new QueryRefusedError(
      'query_form_refused',
      `Expected ?${variable.value} to get its value from the bindings, and the query gives it one too. Use another name.`,
    );
  }
}

function toTerm(name: string, parameter: Parameter): Rdf.NamedNode | Rdf.Literal {
  const { termType, value } = parameter;
  const fail = (what: string) =>
    new TypeError(
      `Expected ${what} for ?${name}. Give an absolute IRI or a literal, as RDF/JS does.`,
    );
  if (typeof value !== 'string') throw fail('a value');
  if (termType === 'NamedNode') {
    if (!IRI.test(value)) throw fail('an absolute IRI');
    return factory.namedNode(value);
  }
  if (termType !== 'Literal') throw fail('an IRI or a literal');
  if (!value.isWellFormed()) throw fail('well-formed Unicode');
  const { language, datatype } = parameter;
  if (language) {
    if (!LANGUAGE.test(language)) throw fail('a language tag');
    return factory.literal(value, language.toLowerCase());
  }
  const type = typeof datatype === 'object' ? datatype.value : datatype;
  if (type === undefined || type === RDF_LANG_STRING) return factory.literal(value);
  if (!IRI.test(type)) throw fail('the IRI of a datatype');
  return factory.literal(value, factory.namedNode(type));
}
