import type { ClaimKind } from '@grondslag/claims';
import { docComment, quoted } from './write-source.ts';

/** What a shape says of a kind for people, and where its facts are. */
export interface KindWords {
  readonly container?: string | undefined;
  /** Name of a field → what it is called, in English. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Datatype → the type of its values, and their reader: the datatypes that shapes of facts can have. */
const types: Readonly<Record<string, readonly [type: string, reader: string]>> = {
  string: ['string', 'asText'],
  langString: ['string', 'asText'],
  integer: ['number', 'asInteger'],
  decimal: ['Decimal', 'asDecimal'],
  double: ['number', 'asNumber'],
  boolean: ['boolean', 'asBoolean'],
  gYear: ['number', 'asYear'],
  date: ['Day', 'asDay'],
  dateTime: ['Date', 'asInstant'],
};
const BUILT_IN = new Set(['string', 'number', 'boolean', 'Date']);
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Name of a kind: that of its class. */
export function nameOf({ nodeType }: ClaimKind): string {
  return localName(nodeType);
}

/**
 * Writes one kind: an interface, and a constant of the same name.
 *
 * @param used is told what the text takes from the package
 * @throws {TypeError} when a name cannot be one in TypeScript
 */
export function writeKind(
  kind: ClaimKind,
  { container, labels }: KindWords,
  used: Set<string>,
  withPlans: boolean,
): string {
  const kindName = nameOf(kind);
  const fields = [...kind.fields].map(([property, { datatype, required, oneOf }]) => {
    const field = { property, name: localName(property), datatype, required };
    const [type, reader] = types[localName(datatype)] ?? ['string', 'asText'];
    if (oneOf && type === 'string') {
      used.add('oneOf');
      const words = oneOf.map(quoted);
      return { ...field, type: words.join(' | '), read: `oneOf(${words.join(', ')})` };
    }
    used.add(reader);
    if (!BUILT_IN.has(type)) used.add(type);
    return { ...field, type, read: reader };
  });
  const twice = fields.find((field, at) => fields.findIndex((one) => one.name === field.name) < at);
  if (twice) throw new TypeError(`Expected one field of ${kindName} that is called ${twice.name}.`);

  return [
    docComment(`What \`${kind.claimType}\` states.`),
    `export interface ${kindName} {`,
    ...fields.flatMap(({ name, datatype, required, type }) => [
      `  ${docComment([labels.get(name), `xsd:${localName(datatype)}`].filter(Boolean).join('; '))}`,
      `  readonly ${name}${required ? '' : '?'}: ${type};`,
    ]),
    '}',
    '',
    docComment(`For \`readClaims\` and \`factsOf\`: facts with the values of {@link ${kindName}}.`),
    `export const ${kindName}: Kind<${kindName}> = {`,
    `  claimType: ${quoted(kind.claimType)},`,
    ...(container === undefined ? [] : [`  container: ${quoted(container)},`]),
    '  fields: {',
    ...fields.flatMap(({ name, property, required, read }) => [
      `    ${name}: {`,
      `      property: ${quoted(property)},`,
      `      required: ${required},`,
      `      read: ${read},`,
      '    },',
    ]),
    '  },',
    ...(withPlans ? ['  plans,'] : []),
    '};',
  ].join('\n');
}

/** The last part of an IRI, as shapes call it. */
function localName(iri: string): string {
  const name = iri.replace(/^.*[#/]/, '');
  if (NAME.test(name)) return name;
  throw new TypeError(`Expected an IRI that ends in a name of letters and digits, got ${iri}.`);
}
