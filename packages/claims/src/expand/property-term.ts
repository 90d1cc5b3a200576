import { XSD } from '@grondslag/vocab';
import type { TermDefinition } from './process-context.ts';
import type { Scope } from './scope.ts';
import { UNSUPPORTED } from './unsupported.ts';
import { isLanguage, isPlainIri, writeDatatype } from './values.ts';

/** Where the values of a property are read. */
export interface ValueScopes {
  readonly texts: Scope;
  /** For a reference, `{ "@id": … }`, and for a value object. */
  readonly references: Scope;
  /** For any other node. */
  readonly nodes: Scope;
}

/** A member of a node that makes statements. */
export interface PropertyTerm extends ValueScopes {
  readonly kind: 'property';
  /** As it stands in a line, with the spaces around it. */
  readonly predicate: string;
  /** `@id`: a text is an IRI. `@vocab`: a term or an IRI. */
  readonly coercion: '@id' | '@vocab' | undefined;
  /** What follows the quotes of a text, … */
  readonly text: string;
  /** … a number … */
  readonly integer: string;
  /** … and a boolean. */
  readonly boolean: string;
}

/** @throws UNSUPPORTED */
export function createPropertyTerm(
  definition: TermDefinition,
  defaultLanguage: string | undefined,
  scopes: ValueScopes,
): PropertyTerm {
  const { '@id': id, '@type': type, '@container': containers = [], reverse } = definition;
  if (
    typeof id !== 'string' ||
    !isPlainIri(id) ||
    reverse ||
    definition['@direction'] !== undefined ||
    containers.some((container) => container !== '@set')
  ) {
    throw UNSUPPORTED;
  }
  const property = { kind: 'property', predicate: ` <${id}> `, ...scopes } as const;
  if (type === '@id' || type === '@vocab') {
    return { ...property, coercion: type, text: '', integer: INTEGER, boolean: BOOLEAN };
  }
  if (type !== undefined) {
    if (!isPlainIri(type)) throw UNSUPPORTED;
    const datatype = writeDatatype(`<${type}>`);
    return {
      ...property,
      coercion: undefined,
      text: datatype,
      integer: datatype,
      boolean: datatype,
    };
  }
  const { '@language': language = defaultLanguage } = definition;
  if (language && !isLanguage(language)) throw UNSUPPORTED;
  const text = language ? `@${language}` : '';
  return { ...property, coercion: undefined, text, integer: INTEGER, boolean: BOOLEAN };
}

const INTEGER = writeDatatype(`<${XSD}integer>`);
const BOOLEAN = writeDatatype(`<${XSD}boolean>`);
