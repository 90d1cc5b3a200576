import { XSD } from '@grondslag/vocab';
import { unescapeString } from '../../store/written-term.ts';
import { Declined } from './declined.ts';

/** What SPARQL's operators see of a term. */
export type Value =
  | { readonly kind: 'node'; readonly written: string }
  | {
      readonly kind: 'number';
      readonly written: string;
      readonly value: number;
      readonly type: 'integer' | 'decimal' | 'double' | 'other';
    }
  | { readonly kind: 'string' | 'language'; readonly written: string; readonly value: string }
  | { readonly kind: 'boolean'; readonly written: string; readonly value: number }
  | { readonly kind: 'dateTime' | 'date'; readonly written: string; readonly value: number }
  /** A literal that equals itself and cannot be compared with others. */
  | { readonly kind: 'other'; readonly written: string };

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** `NaN` and `INF` are left to Comunica. */
const INTEGER = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const DOUBLE = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
/** The forms that JavaScript reads as XSD does, whatever the machine's time zone: from the year 1000, in UTC, whole seconds. */
const DATE_TIME =
  /^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.0+)?Z$/;
const DATE = /^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$/;
const DERIVED_INTEGERS = new Set(
  [
    ...['int', 'long', 'short', 'byte', 'nonNegativeInteger', 'positiveInteger'],
    ...['nonPositiveInteger', 'negativeInteger', 'unsignedInt', 'unsignedLong'],
    ...['unsignedShort', 'unsignedByte'],
  ].map((name) => XSD + name),
);

/** @throws {Declined} for a literal that is not well formed, or of a type whose rules are not known here */
export function readValue(written: string): Value {
  if (!written.startsWith('"')) return { kind: 'node', written };
  const close = written.lastIndexOf('"');
  const text = () => unescapeString(written.slice(1, close));
  if (close === written.length - 1) return { kind: 'string', written, value: text() };
  if (written[close + 1] === '@') return { kind: 'language', written, value: text() };
  const datatype = written.slice(close + 4, -1);
  const lexical = written.slice(1, close);
  const number = (form: RegExp, type: 'integer' | 'decimal' | 'double' | 'other'): Value => {
    if (!form.test(lexical)) throw new Declined(datatype);
    return { kind: 'number', written, value: Number(lexical), type };
  };
  switch (datatype) {
    case `${XSD}integer`:
      return number(INTEGER, 'integer');
    case `${XSD}decimal`:
      return number(DECIMAL, 'decimal');
    case `${XSD}double`:
      return number(DOUBLE, 'double');
    case `${XSD}boolean`:
      if (!/^(?:true|false|1|0)$/.test(lexical)) throw new Declined(datatype);
      return { kind: 'boolean', written, value: lexical === 'true' || lexical === '1' ? 1 : 0 };
    case `${XSD}dateTime`:
      return { kind: 'dateTime', written, value: instantOf(lexical, DATE_TIME) };
    case `${XSD}date`:
      return { kind: 'date', written, value: instantOf(lexical, DATE) };
    case `${XSD}gYear`:
      return { kind: 'other', written };
    default:
      if (DERIVED_INTEGERS.has(datatype)) return number(INTEGER, 'other');
      if (datatype.startsWith(XSD) || datatype.startsWith(RDF)) throw new Declined(datatype);
      return { kind: 'other', written };
  }
}

function instantOf(lexical: string, form: RegExp): number {
  const instant = form.test(lexical) ? new Date(lexical) : undefined;
  // A day that the month does not have would roll over to the next.
  if (!instant?.getTime() || instant.toISOString().slice(0, 10) !== lexical.slice(0, 10)) {
    throw new Declined('date');
  }
  return instant.getTime();
}
