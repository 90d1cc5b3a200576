export type { ShapePlans } from '@grondslag/claims';
export {
  asBoolean,
  asDay,
  asDecimal,
  asInstant,
  asInteger,
  asNumber,
  asText,
  asYear,
  type Day,
  type Decimal,
  oneOf,
  type ReadField,
} from './field-readers.ts';
export type { Kind, KindField } from './kind.ts';
