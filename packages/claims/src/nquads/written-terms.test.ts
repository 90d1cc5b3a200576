import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';
import { iriOf, isBlank, literalOf, writeText } from './written-terms.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

describe('what a written term says', () => {
  it.each([
    ['"a"', { value: 'a', datatype: `${XSD}string` }],
    ['""', { value: '', datatype: `${XSD}string` }],
    ['"1.50"^^<urn:d>', { value: '1.50', datatype: 'urn:d' }],
    [
      '"a@b\\"@nl"@fr',
      {
        value: 'a@b"@nl',
        datatype: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
        language: 'fr',
      },
    ],
    ['"\\\\n\\n\\u0000\\\\u0041"', { value: '\\n\n\0\\u0041', datatype: `${XSD}string` }],
  ])('reads the literal %s', (term, literal) => {
    expect(literalOf(term)).toEqual(literal);
    expect(iriOf(term)).toBeUndefined();
    expect(isBlank(term)).toBe(false);
  });

  it('tells IRIs and blank nodes from literals', () => {
    expect(iriOf('<urn:a>')).toBe('urn:a');
    expect(literalOf('<urn:a>')).toBeUndefined();
    expect(isBlank('_:c14n0')).toBe(true);
    expect(iriOf('_:c14n0')).toBeUndefined();
    expect(literalOf('_:c14n0')).toBeUndefined();
  });
});

describe(writeText, () => {
  it('writes every character so that it is read back, and in the only way that is accepted', () => {
    for (let code = 0; code < 0x1_1000; code += code < 0x300 ? 1 : 0xff) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = `<${String.fromCodePoint(code)}>`;
      const term = writeText(text);
      expect(readLines(`<urn:s> <urn:p> ${term} .\n`)?.[0]?.object, `U+${code}`).toBe(term);
      expect(literalOf(term)?.value).toBe(text);
    }
  });

  it('writes as the recommendation has it', () => {
    expect(writeText('\b\t\n\f\r"\\\0\v\x1f\x7f\x80é')).toBe(
      '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u000B\\u001F\\u007F\x80é"',
    );
  });
});
