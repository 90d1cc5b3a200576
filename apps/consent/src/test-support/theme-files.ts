import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const app = join(import.meta.dirname, '..', '..');

/** Style sheets of the app: file → text. From the disk, because Vitest empties what it imports of them. */
export const styleSheets: ReadonlyMap<string, string> = read('src/**/*.css');

function read(pattern: string): Map<string, string> {
  return new Map(
    globSync(pattern, { cwd: app }).map((file) => [file, readFileSync(join(app, file), 'utf8')]),
  );
}

/** Tokens of a theme: name → value, as written. */
export type Tokens = ReadonlyMap<string, string>;

/** Tokens that a style sheet sets. */
export function tokensIn(sheet: string): Tokens {
  return new Map(
    [...sheet.matchAll(/^ *(--[a-z0-9-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' '),
    ]),
  );
}

/** The themes that are shipped, by name. */
export const themeFiles: ReadonlyMap<string, Tokens> = new Map(
  [...read('public/themes/*.css')].map(([file, sheet]) => [
    basename(file, '.css'),
    tokensIn(sheet),
  ]),
);

/** Value of a token, through the tokens it names. */
export function resolve(tokens: Tokens, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`The theme sets no ${name}`);
  const [, other] = /^var\(\s*(--[a-z0-9-]+)\s*\)$/.exec(value) ?? [];
  return other === undefined ? value : resolve(tokens, other);
}

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`Expected a colour as #rrggbb, got ${colour}`);
  const wide = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
