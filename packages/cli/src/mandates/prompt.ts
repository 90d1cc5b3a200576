import type { Words } from '@grondslag/legal-basis';
import type { Draft, Path } from './draft.ts';

/** Languages an official is asked in. */
export type Language = 'nl' | 'en';

/** An answer that fits, or why it does not. */
export type Parsed = { readonly value: unknown } | { readonly wrong: Words };

/** One question to the official. */
export interface Prompt {
  /** Where the answer goes in the mandate. */
  readonly path: Path;
  readonly question: Words;
  /** What to think of; shown above the question. */
  readonly help?: Words;
  /** `list`: lines until an empty one. */
  readonly kind: 'line' | 'list';
  /** Of a line, or of each line of a list. */
  readonly parse: (line: string) => Parsed | Promise<Parsed>;
  /** Whether it is asked at all, given the answers so far. */
  readonly when?: (draft: Draft) => boolean;
}

export const words = (nl: string, en: string): Words => ({ nl, en });

/** Some text; how much is enough, `findGaps` says. */
export function parseText(line: string): Parsed {
  const value = line.trim();
  if (value.length > 1) return { value };
  return { wrong: words('Schrijf hier iets op.', 'Write something here.') };
}

export function parseScore(line: string): Parsed {
  const value = Number(line);
  if (/^[0-5]$/.test(line.trim())) return { value };
  return { wrong: words('Een cijfer van 0 tot en met 5.', 'A figure from 0 to 5.') };
}

export function parseDays(least: number, most: number): (line: string) => Parsed {
  return (line) => {
    const value = Number(line);
    if (line.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) {
      return { value };
    }
    return {
      wrong: words(
        `Een aantal dagen van ${least} tot en met ${most}.`,
        `A number of days from ${least} to ${most}.`,
      ),
    };
  };
}

/** A day, as the moment it begins. */
export function parseDay(line: string): Parsed {
  const day = line.trim();
  const moment = new Date(`${day}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && isReal(moment, day)) {
    return { value: moment.toISOString() };
  }
  return { wrong: words('Een datum, zoals 2027-01-31.', 'A date, such as 2027-01-31.') };
}

/** 31 February is read as a day in March. */
function isReal(moment: Date, day: string): boolean {
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/** One of some words, or its number. */
export function parseChoice(choices: readonly string[]): (line: string) => Parsed {
  return (line) => {
    const text = line.trim();
    const value = choices.find((one, index) => one === text || String(index + 1) === text);
    if (value !== undefined) return { value };
    const list = choices.map((one, index) => `${index + 1} ${one}`).join(', ');
    return { wrong: words(`Kies uit: ${list}.`, `Choose one of: ${list}.`) };
  };
}
