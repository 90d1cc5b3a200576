/** A decimal number as its source wrote it, so that no cent is lost; `Number(text)` where that does not matter. */
export type Decimal = `${number}`;

/** A day, `yyyy-mm-dd`, without a zone: a `Date` would be another day elsewhere. */
export type Day = `${number}-${number}-${number}`;

/** The value that the text of a literal stands for; `undefined` when this type has no such value. */
export type ReadField<Value> = (text: string) => Value | undefined;

/** `xsd:string`, `rdf:langString` */
export const asText: ReadField<string> = (text) => text;

/** `xsd:integer`, within what a number holds exactly. */
export const asInteger: ReadField<number> = (text) => {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
};

/** `xsd:decimal` */
export const asDecimal: ReadField<Decimal> = (text) =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? (text as Decimal) : undefined;

/** `xsd:double` */
export const asNumber: ReadField<number> = (text) => {
  if (/^[+-]?INF$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const value = Number(text);
  return text.trim() === '' || (Number.isNaN(value) && text !== 'NaN') ? undefined : value;
};

/** `xsd:boolean` */
export const asBoolean: ReadField<boolean> = (text) => {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
};

/** `xsd:gYear`, without a zone. */
export const asYear: ReadField<number> = (text) =>
  /^-?\d{4,6}$/.test(text) ? Number(text) : undefined;

/** `xsd:date`, without a zone. */
export const asDay: ReadField<Day> = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? (text as Day) : undefined;

/** `xsd:dateTime`, with a zone: without one it is no instant. */
export const asInstant: ReadField<Date> = (text) => {
  const date = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
};

/** One of these words (`sh:in`). */
export function oneOf<const Words extends readonly string[]>(
  ...words: Words
): ReadField<Words[number]> {
  return (text) => words.find((word) => word === text);
}
