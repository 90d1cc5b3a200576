import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  resolve,
  styleSheets,
  themeFiles,
  tokensIn,
} from '../test-support/theme-files.ts';

const sheets = [...styleSheets];
const used = new Set(
  sheets.flatMap(([, sheet]) =>
    [...sheet.matchAll(/var\((--[^,)]+)/g)].map(([, name = '']) => name),
  ),
);
const example = tokensIn(
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
    ),
    'utf8',
  ),
);

/** Where text stands, and which text may stand there. */
const backgrounds = {
  '--utrecht-body-background-color': 'any',
  '--basis-color-default-bg-document': 'any',
  '--basis-color-accent-1-bg-default': 'any',
  '--utrecht-page-header-background-color': 'any',
  '--utrecht-page-footer-background-color': 'any',
  '--utrecht-alert-ok-background-color': [
    '--utrecht-alert-ok-color',
    '--utrecht-link-color',
    '--basis-color-positive-color-default',
  ],
  '--utrecht-alert-error-background-color': [
    '--utrecht-alert-error-color',
    '--utrecht-link-color',
    '--basis-color-negative-color-default',
  ],
  '--utrecht-button-primary-action-background-color': ['--utrecht-button-primary-action-color'],
  '--utrecht-button-primary-action-hover-background-color': [
    '--utrecht-button-primary-action-hover-color',
  ],
  '--utrecht-button-secondary-action-background-color': ['--utrecht-button-secondary-action-color'],
  '--utrecht-button-secondary-action-hover-background-color': [
    '--utrecht-button-secondary-action-hover-color',
  ],
  '--utrecht-button-focus-background-color': ['--utrecht-button-focus-color'],
  '--utrecht-button-disabled-background-color': ['--utrecht-button-disabled-color'],
  '--utrecht-skip-link-background-color': ['--utrecht-skip-link-color'],
  '--utrecht-textbox-background-color': ['--utrecht-textbox-color'],
} as const;
const anywhere = [
  '--utrecht-body-color',
  '--basis-color-default-color-document',
  '--basis-color-default-color-subtle',
  '--basis-color-accent-1-color-default',
  '--basis-color-accent-1-color-document',
  '--basis-color-positive-color-default',
  '--basis-color-negative-color-default',
  '--basis-heading-color',
  '--utrecht-blockquote-attribution-color',
  '--utrecht-button-subtle-color',
  '--utrecht-form-field-error-message-color',
  '--utrecht-link-color',
  '--utrecht-link-hover-color',
  '--utrecht-page-header-color',
  '--utrecht-page-footer-color',
] as const;
const pairs = Object.entries(backgrounds).flatMap(([behind, texts]) =>
  (texts === 'any' ? anywhere : texts).map((text) => ({ text, behind })),
);
/** What one must see without reading it: 3:1 with what is beside it (WCAG 2.2, 1.4.11). */
const shapes = [
  '--basis-color-default-border-default',
  '--basis-focus-outline-color',
  '--basis-form-control-accent-color',
  '--utrecht-textbox-border-color',
  '--utrecht-button-secondary-action-border-color',
].flatMap((shape) =>
  ['--utrecht-body-background-color', '--basis-color-default-bg-document'].map((behind) => ({
    shape,
    behind,
  })),
);

describe('a theme is one file', () => {
  it.each([...themeFiles])('%s sets each token that the style sheets use', (_, tokens) => {
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((name) => !tokens.has(name))).toEqual([]);
  });

  it('uses names of NL Design System only: its example theme sets every one', () => {
    expect([...used].filter((name) => !example.has(name))).toEqual([]);
  });

  it('leaves no colour and no font anywhere else', () => {
    const found = sheets.flatMap(([file, sheet]) =>
      sheet
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/@media \(forced-colors: active\) \{.*?\n\}/gs, '')
        .split('\n')
        .filter((line) =>
          /#[\da-f]{3,8}\b|\b(rgba?|hsla?|oklch|color-mix)\(|font-family: (?!var)|(color|background|border|outline|fill|stroke)[a-z-]*: .*\b(black|white|gr[ae]y|red|green|blue|yellow|orange|purple|navy)\b/i.test(
            line,
          ),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(sheets.length).toBeGreaterThan(3);
    expect(found).toEqual([]);
  });
});

describe.each([
  ['grondslag', 4.5],
  ['high-contrast', 7],
])('contrast of %s', (name, needed) => {
  const tokens = themeFiles.get(name) ?? new Map();

  it(`is ${needed}:1 for each text on each background it can stand on`, () => {
    const weak = pairs
      .map(({ text, behind }) => ({
        text,
        behind,
        is: contrast(resolve(tokens, text), resolve(tokens, behind)),
      }))
      .filter(({ is }) => is < needed);
    expect(weak).toEqual([]);
  });

  it('is 3:1 for borders, marks and the focus', () => {
    const weak = shapes
      .map(({ shape, behind }) => ({
        shape,
        behind,
        is: contrast(resolve(tokens, shape), resolve(tokens, behind)),
      }))
      .filter(({ is }) => is < 3);
    expect(weak).toEqual([]);
  });
});

it('knows each colour that the style sheets give to text or put behind it', () => {
  const given = sheets.flatMap(([, sheet]) =>
    [...sheet.matchAll(/[^-](color|background(?:-color)?): var\((--[^)]+)\)/g)].map(
      ([, property, name]) => ({ property, name }),
    ),
  );
  const texts = new Set<string>(pairs.map(({ text }) => text));
  const noText = [
    // blocks of a score
    '--basis-color-accent-1-color-default',
    // what has no background of its own in ours: its text is that of a link

    '--utrecht-link-focus-color',
    '--utrecht-link-focus-background-color',
    '--utrecht-button-subtle-background-color',
  ];
  const unknown = given.filter(
    ({ property, name = '' }) =>
      !noText.includes(name) && (property === 'color' ? !texts.has(name) : !(name in backgrounds)),
  );
  expect(given.length).toBeGreaterThan(20);
  expect(unknown).toEqual([]);
});
