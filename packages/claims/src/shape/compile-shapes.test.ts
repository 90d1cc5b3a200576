import { globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { asJsonLd, GRONDSLAG, type LegalBasisDocument } from '@grondslag/vocab';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { indexStatements, type Statements } from '../claim/statements.ts';
import type { Line } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import { compileShapes } from './compile-shapes.ts';
import { readShapes } from './read-shapes.ts';

const vocab = pathToFileURL(
  createRequire(import.meta.url).resolve('@grondslag/vocab/package.json'),
);
const read = (path: string) => readFileSync(new URL(path, vocab), 'utf8');
const files = globSync('shapes/{*,parts/*}.ttl', { cwd: new URL('.', vocab) });
const all = await readShapes(...files.map(read));
const compiled = compileShapes(all);
const oracle = new SHACLValidator(
  new Store(files.flatMap((file) => new Parser().parse(read(file)))) as never,
  // With its default of 50 it stops looking at a node after 50 checks, and calls it valid.
  { maxNodeChecks: 0 } as never,
);

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const textOf = (lines: readonly Line[]) =>
  lines.map(({ subject, predicate, object }) => `${subject} ${predicate} ${object} .\n`).join('');
const isValid = async (lines: readonly Line[]) =>
  (await oracle.validate(new Store(new Parser().parse(textOf(lines))) as never)).conforms;

/** Whether all shapes hold, of all instances of all classes; `undefined` when one was not compiled. */
function conforms(statements: Statements): boolean | undefined {
  let verdict: boolean | undefined = true;
  for (const [type, shape] of compiled) {
    for (const node of statements.instances(type)) {
      if (!shape.compiled) verdict &&= undefined;
      else if (shape.check(node, statements)) return false;
    }
  }
  return verdict;
}

/** Class that a document about legal bases is an instance of: its shape's target. */
async function targetOf(message: string): Promise<LegalBasisDocument> {
  const plans = await readShapes(read(`shapes/${message}.shacl.ttl`));
  return (Object.keys(plans.targets)[0] ?? '').slice(GRONDSLAG.length) as LegalBasisDocument;
}

async function linesOf(message: string, path: string): Promise<readonly Line[] | undefined> {
  const { proof: _, ...json } = JSON.parse(read(path));
  const document = path.endsWith('.jsonld') ? json : asJsonLd(await targetOf(message), json);
  // Not RDF at all, such as an unknown member: nothing for a shape to say.
  const canonical = await canonicalize(document).catch(() => '');
  return readLines(canonical);
}

const messages = readdirSync(new URL('examples/', vocab)).filter((name) => !name.includes('.'));
const examples = messages.flatMap((message) =>
  globSync(`examples/${message}/*/*.{json,jsonld}`, { cwd: new URL('.', vocab) }).map(
    (path): [string, string] => [message, path],
  ),
);

const wrong = [
  '""',
  '"x"',
  '"x"@nl',
  '<urn:x>',
  `"12"^^<${XSD}integer>`,
  `"-1"^^<${XSD}integer>`,
  `"1.5"^^<${XSD}decimal>`,
  `"2019"^^<${XSD}gYear>`,
  `"19"^^<${XSD}gYear>`,
  `"2019-07-05"^^<${XSD}date>`,
  `"soon"^^<${XSD}date>`,
  `"2019-07-05T10:00:00Z"^^<${XSD}dateTime>`,
  `"2019-07-05 10:00"^^<${XSD}dateTime>`,
  `"a \\"quoted\\"^^<${XSD}date>"`,
  `"${'x'.repeat(1_001)}"`,
];

/** Each line left out, doubled, said with another predicate, and with each wrong object. */
function* mutate(lines: readonly Line[]): Generator<readonly Line[]> {
  for (const [at, line] of lines.entries()) {
    const others = lines.filter((_, index) => index !== at);
    yield others;
    yield [...others, { ...line, predicate: '<urn:other>' }];
    yield [...lines, { ...line, predicate: '<urn:other>' }];
    for (const object of wrong) {
      yield [...others, { ...line, object }];
      yield [...lines, { ...line, object }];
    }
  }
}
/** RDF has no line twice. */
const unique = (lines: readonly Line[]) => [
  ...new Map(lines.map((line) => [textOf([line]), line])).values(),
];

describe('compiled shapes', () => {
  it.each(examples)('of %s agree with rdf-validate-shacl on %s', async (message, path) => {
    const lines = await linesOf(message, path);
    if (!lines || lines.length === 0) return expect(path).toContain('/invalid/');
    const verdict = conforms(indexStatements(lines));
    if (verdict !== undefined) expect(verdict).toBe(await isValid(lines));
    return undefined;
  });

  it.each(['diploma', 'income', 'residence', 'household'])(
    'agree with it on every change to a %s credential',
    async (kind) => {
      const message = `${kind}-credential`;
      const lines = await linesOf(message, `examples/${message}/valid/plain.jsonld`);
      if (!lines) throw new Error('no example');
      let [count, valid] = [0, 0];
      for (const mutated of mutate(lines)) {
        const changed = unique(mutated);
        const verdict = conforms(indexStatements(changed));
        const expected = await isValid(changed);
        expect(verdict, textOf(changed)).toBe(expected);
        count += 1;
        if (expected) valid += 1;
      }
      expect(count).toBeGreaterThan(500);
      // A change to a text leaves it a text.
      expect(valid).toBeGreaterThan(10);
    },
  );

  it('are there for every kind of claim, and for all but those with sh:lessThan or JSON', () => {
    const not = [...compiled].flatMap(([type, shape]) =>
      shape.compiled ? [] : [[type.slice(GRONDSLAG.length), shape.unsupported]],
    );
    expect(not).toEqual([
      ['Mandate', 'sh:lessThan'],
      ['Participant', 'sh:datatype http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON'],
      ['ProcessingActivity', 'sh:lessThan'],
    ]);
  });
});
