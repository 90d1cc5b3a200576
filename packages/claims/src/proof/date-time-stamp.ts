import { XSD } from '@grondslag/vocab';
import { datatypes } from '../shape/datatypes.ts';

/** With a zone, and a year of four digits. */
const INSTANT = /^\d{4}-[^Z+]+(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const isDateTime = datatypes.get(`${XSD}dateTime`) as (text: string) => boolean;

/** Whether it is an instant as proofs have it: on the calendar, and with a zone. */
export function isDateTimeStamp(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && isDateTime(value);
}
