import { Declined } from './declined.ts';
import type { Value } from './value.ts';

type NumberValue = Extract<Value, { kind: 'number' }>;
type NumberType = 'integer' | 'decimal' | 'double';

/**
 * Fifteen digits survive the way into a double and back (IEEE 754). Comunica adds decimally and keeps the sum in a
 * double, so up to here its sum is exact, in whatever order it adds.
 */
const EXACT = 10n ** 15n;
/** Decimal places of a division in Comunica (bignumber.js), rounded half up. */
const PLACES = 20n;

const ranks: readonly NumberType[] = ['integer', 'decimal', 'double'];

/** Adds without rounding, or declines. */
export class ExactSum {
  count = 0;
  #first: NumberValue | undefined;
  #digits = 0n;
  #magnitude = 0n;
  #scale = 0;
  #rank = 0;

  /** @throws {Declined} where the sum would depend on the order of the rows */
  add(value: NumberValue): void {
    if (value.type === 'other') throw new Declined('derived');
    this.#first ??= value;
    this.count++;
    this.#rank = Math.max(this.#rank, ranks.indexOf(value.type));
    const { digits, scale } = toDecimal(value.value);
    if (scale > this.#scale) {
      const more = 10n ** BigInt(scale - this.#scale);
      this.#digits *= more;
      this.#magnitude *= more;
      this.#scale = scale;
    }
    const aligned = digits * 10n ** BigInt(this.#scale - scale);
    this.#digits += aligned;
    // Of all partial sums, in any order.
    this.#magnitude += aligned < 0n ? -aligned : aligned;
    if (this.#magnitude >= EXACT) throw new Declined('sum');
  }

  /** As written. One number is its own sum, with its own spelling. */
  sum(): string {
    if (!this.#first) return writeNumber(0, 'integer');
    if (this.count === 1) return this.#first.written;
    return writeNumber(Number(`${this.#digits}e-${this.#scale}`), ranks[this.#rank] as NumberType);
  }

  average(): string {
    if (!this.#first) return writeNumber(0, 'integer');
    const type = this.#rank === 0 ? 'decimal' : (ranks[this.#rank] as NumberType);
    const sign = this.#digits < 0n ? -1n : 1n;
    const divisor = 10n ** BigInt(this.#scale) * BigInt(this.count);
    const twice = (sign * this.#digits * 10n ** PLACES * 2n) / divisor;
    const quotient = sign * ((twice + 1n) / 2n);
    return writeNumber(Number(`${quotient}e-${PLACES}`), type);
  }
}

/** The digits that JavaScript writes for the number, which are those that bignumber.js reads. */
function toDecimal(value: number): { digits: bigint; scale: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  // Far from money: the powers of ten would be long.
  if (scale > 30 || scale < -15) throw new Declined('exponent');
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** As Comunica writes the result of arithmetic. */
export function writeNumber(value: number, type: NumberType): string {
  const text = { integer: writeInteger, decimal: writeDecimal, double: writeDouble }[type](value);
  return `"${text}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;
}

function writeInteger(value: number): string {
  return value.toFixed(0);
}

function writeDecimal(value: number): string {
  let text = String(value);
  if (text.includes('e')) text = value.toFixed(20).replace(/([0-9])0*$/, '$1');
  return text.includes('.') ? text : `${text}.0`;
}

function writeDouble(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
