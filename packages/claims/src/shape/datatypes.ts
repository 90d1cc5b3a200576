const XSD = 'http://www.w3.org/2001/XMLSchema#';
const DATE = /^(-?(?:[1-9]\d{3,}|0\d{3}))-(\d\d)-(\d\d)(?:[+-]\d\d:\d\d|Z)?$/;
const DATE_TIME =
  /^(-?(?:[1-9]\d{3,}|0\d{3}))-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[+-]\d\d:\d\d|Z)?$/;

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const always = () => true;

/**
 * Datatype → whether a text is one of its values. Others are not planned: a literal that only looks like a
 * value must not pass.
 *
 * @see {@link https://www.w3.org/TR/xmlschema11-2/ | XML Schema 1.1, part 2}
 */
export const datatypes: ReadonlyMap<string, (text: string) => boolean> = new Map([
  [`${XSD}string`, always],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', always],
  [`${XSD}boolean`, matches(/^(?:true|false|0|1)$/)],
  [`${XSD}integer`, matches(/^[+-]?\d+$/)],
  [`${XSD}decimal`, matches(/^[+-]?(?:\d+\.?\d*|\.\d+)$/)],
  [`${XSD}double`, matches(/^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?|[+-]?INF|NaN)$/)],
  [`${XSD}gYear`, matches(/^-?(?:[1-9]\d{3,}|0\d{3})(?:[+-]\d\d:\d\d|Z)?$/)],
  [`${XSD}date`, (text) => isOnCalendar(DATE.exec(text))],
  [`${XSD}dateTime`, (text) => isOnCalendar(DATE_TIME.exec(text))],
]);

function isOnCalendar(parts: RegExpExecArray | null): boolean {
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
