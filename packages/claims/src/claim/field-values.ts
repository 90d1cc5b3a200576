import { datatypes } from '../shape/datatypes.ts';
import { xsd } from './terms.ts';

/** The value that a text stands for in a fact; `undefined` when it is not well formed. */
export type ReadValue = (text: string) => string | number | undefined;

const MAX_TEXT = 1_000;

export const readText: ReadValue = (text) =>
  text.length > 0 && text.length <= MAX_TEXT ? text : undefined;

export const readYear: ReadValue = numberOf(/^\d{4}$/);
export const readCount: ReadValue = numberOf(/^\d{1,4}$/);
/** As the source wrote it: as a number it could lose a cent. */
export const readAmount: ReadValue = textOf(/^-?\d{1,15}(\.\d{1,4})?$/);
export const readCurrency: ReadValue = textOf(/^[A-Z]{3}$/);

/** `yyyy-mm-dd`, without a zone. */
export const readDate: ReadValue = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && datatypes.get(xsd.date)?.(text) ? text : undefined;

function textOf(pattern: RegExp): ReadValue {
  return (text) => (pattern.test(text) ? text : undefined);
}

function numberOf(pattern: RegExp): ReadValue {
  return (text) => (pattern.test(text) ? Number(text) : undefined);
}
