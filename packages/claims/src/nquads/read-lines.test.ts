import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

const S = '<urn:s>';
const P = '<urn:p>';
const lineOf = (object: string, graph = '') => `${S} ${P} ${object}${graph && ' '}${graph} .\n`;
const objectsOf = (text: string) => readLines(text)?.map(({ object }) => object);

describe(readLines, () => {
  it('gives each term as it is written', () => {
    const text = [
      '<urn:s> <urn:p> "a \\"b\\" é 🎓"@nl-BE .\n',
      '<urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
      '<urn:s> <urn:q> _:c14n0 .\n',
      '_:c14n0 <urn:p> <did:web:a.example#é> <urn:g> .\n',
      '_:c14n1 <urn:p> "" _:c14n0 .\n',
    ];
    expect(readLines([text[1], text[0], text[2], text[3], text[4]].join(''))).toEqual([
      {
        subject: S,
        predicate: P,
        object: '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        graph: '',
      },
      { subject: S, predicate: P, object: '"a \\"b\\" é 🎓"@nl-BE', graph: '' },
      { subject: S, predicate: '<urn:q>', object: '_:c14n0', graph: '' },
      { subject: '_:c14n0', predicate: P, object: '<did:web:a.example#é>', graph: '<urn:g>' },
      { subject: '_:c14n1', predicate: P, object: '""', graph: '_:c14n0' },
    ]);
  });

  it('reads an empty text as no statements', () => {
    expect(readLines('')).toEqual([]);
  });

  it.each([
    '\\b',
    '\\t',
    '\\n',
    '\\f',
    '\\r',
    '\\"',
    '\\\\',
    '\\u0000',
    '\\u000B',
    '\\u001F',
    '\\u007F',
  ])('accepts the escape %s', (escaped) => {
    expect(objectsOf(lineOf(`"${escaped}"`))).toEqual([`"${escaped}"`]);
  });

  it.each([
    '\\u0008',
    '\\u0009',
    '\\u000A',
    '\\u000b',
    '\\u0041',
    '\\u00E9',
    '\\U0001F393',
    "\\'",
    '\\x',
    '\\',
    '\t',
    '\r',
    '\x00',
    '\x7f',
    '\ud800',
    '\udc00',
  ])('refuses %j in a literal: it is written otherwise', (wrong) => {
    expect(readLines(lineOf(`"${wrong}"`))).toBeUndefined();
  });

  it.each([
    [
      'a datatype that is always left out',
      lineOf('"a"^^<http://www.w3.org/2001/XMLSchema#string>'),
    ],
    [
      'a language text without language',
      lineOf('"a"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>'),
    ],
    ['a language that is none', lineOf('"a"@-nl')],
    ['an empty language', lineOf('"a"@')],
    ['a literal without end', '<urn:s> <urn:p> "a'],
    ['a relative IRI', lineOf('<s>')],
    ['a relative IRI with a colon', lineOf('</a:b>')],
    ['an empty IRI', lineOf('<>')],
    ['an escape in an IRI', lineOf('<urn:\\u0041>')],
    ['a space in an IRI', lineOf('<urn:a b>')],
    ['an IRI without end', '<urn:s> <urn:p> <urn:o'],
    ['a label of its own', '_:a <urn:p> <urn:o> .\n'],
    ['a label without number', '_:c14n <urn:p> <urn:o> .\n'],
    ['a label with a leading zero', '_:c14n00 <urn:p> <urn:o> .\n'],
    ['labels that begin at one', '_:c14n1 <urn:p> <urn:o> .\n'],
    ['labels with a gap', '_:c14n0 <urn:p> _:c14n2 .\n'],
    ['a literal as subject', '"a" <urn:p> <urn:o> .\n'],
    ['a literal as predicate', '<urn:s> "a" <urn:o> .\n'],
    ['a blank node as predicate', '<urn:s> _:c14n0 <urn:o> .\n'],
    ['a literal as graph', lineOf('<urn:o>', '"g"')],
    ['a triple term', lineOf('<<( <urn:a> <urn:b> <urn:c> )>>')],
    ['two spaces', '<urn:s>  <urn:p> <urn:o> .\n'],
    ['a space in front', ' <urn:s> <urn:p> <urn:o> .\n'],
    ['no space before the stop', '<urn:s> <urn:p> <urn:o>.\n'],
    ['a missing stop', '<urn:s> <urn:p> <urn:o> \n'],
    ['a missing end of line', '<urn:s> <urn:p> <urn:o> .'],
    ['a Windows end of line', '<urn:s> <urn:p> <urn:o> .\r\n'],
    ['an empty line', `${lineOf('<urn:o>')}\n`],
    ['a comment', `# comment\n${lineOf('<urn:o>')}`],
    ['a fifth term', '<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> .\n'],
    ['a line twice', lineOf('<urn:o>').repeat(2)],
    ['lines in another order', lineOf('<urn:o2>') + lineOf('<urn:o1>')],
  ])('refuses %s', (_, text) => {
    expect(readLines(text)).toBeUndefined();
  });

  it('wants the order of code points, not of UTF-16 units', () => {
    const [first, second] = [lineOf('"\uE000"'), lineOf('"\u{1F393}"')];
    expect(readLines(first + second)).toHaveLength(2);
    expect(readLines(second + first)).toBeUndefined();
  });

  it('refuses a line break for any character, and reads nothing else from a text that lacks one', () => {
    const text = lineOf('"\\t"@nl') + lineOf('<urn:o>', '<urn:g>');
    for (let at = 0; at < text.length; at++) {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      if (text[at] !== '\n') expect(readLines(`${before}\n${after}`)).toBeUndefined();
      const read = readLines(before + after);
      if (read) expect(read.map(write).join('')).toBe(before + after);
    }
  });

  it('reads texts as long as it allows, made of unfinished escapes, quotes and brackets', () => {
    for (const unit of ['\\"', '\\\\', '"', '<', '<urn:', '_:c14n', ' ', 'a', '@nl-', '^^<']) {
      const long = `<urn:s> <urn:p> "${unit.repeat(4_194_000 / unit.length)}`;
      expect(readLines(long)).toBeUndefined();
      expect(readLines(`${long}" .\n`)?.length ?? 0).toBe(unit === '"' ? 0 : 1);
    }
  });

  it('reads a text the same whatever was read before it', () => {
    const [one, two] = [lineOf('"1"'), lineOf('<urn:o>')];
    const right = [one, two, one + two, (one + two).replaceAll(S, '<urn:t>'), lineOf('"1"@nl')];
    const wrong = [two + one, one + one, `${one}${two.slice(0, -1)}`, one.replace(' .', '  .')];
    for (const before of [...right, ...wrong]) {
      for (const text of right) {
        readLines(before);
        expect(readLines(text)?.map(write).join('')).toBe(text);
      }
      for (const text of wrong) {
        readLines(before);
        expect(readLines(text)).toBeUndefined();
      }
    }
  });

  it('refuses a longer text', () => {
    expect(readLines(lineOf(`"${'a'.repeat(4_194_304)}"`))).toBeUndefined();
  });
});

const write = ({
  subject,
  predicate,
  object,
  graph,
}: NonNullable<ReturnType<typeof readLines>>[0]) =>
  `${subject} ${predicate} ${object} ${graph && `${graph} `}.\n`;
