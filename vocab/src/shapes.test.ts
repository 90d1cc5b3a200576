import { globSync, readdirSync, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { asJsonLd, type LegalBasisDocument } from './as-json-ld.ts';
import { contexts } from './contexts.ts';
import { GRONDSLAG, RDF_TYPE } from './namespaces.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const folder = (path: string) => new URL(`../${path}`, import.meta.url);
const messages = globSync('*.shacl.ttl', { cwd: folder('shapes/') }).map((file) =>
  file.replace('.shacl.ttl', ''),
);

const parse = (text: string, format: string) => new Store(new Parser({ format }).parse(text));
const parseShapes = (...files: readonly string[]) =>
  new Store(
    files.flatMap((file) => new Parser().parse(readFileSync(folder(`shapes/${file}`), 'utf8'))),
  );
/** Of what has another document in it: the shape of that one. */
const within: Record<string, readonly string[]> = {
  mandate: ['weighing.shacl.ttl'],
  'lawful-access-credential': ['lawful-access.shacl.ttl'],
};
const parts = globSync('parts/*.ttl', { cwd: folder('shapes/') });

/** A document about legal bases is RDF by its context and its class; a credential says both itself. */
function readJson(file: string, target: string): object {
  const json = JSON.parse(readFileSync(folder(file), 'utf8'));
  // A shape is about the credential; its proof is another graph.
  const { proof: _, ...credential } = json;
  if (file.endsWith('.jsonld')) return credential;
  return asJsonLd(target.slice(GRONDSLAG.length) as LegalBasisDocument, json);
}

/** `undefined` when it is not RDF: an unknown member, a relative IRI. */
async function readExample(file: string, target: string): Promise<Store | undefined> {
  if (file.endsWith('.ttl')) return parse(readFileSync(folder(file), 'utf8'), 'Turtle');
  const options = {
    format: 'application/n-quads',
    safe: true,
    documentLoader: async (context: string) => {
      const document = contexts.get(context);
      if (!document) throw new Error(`not pinned: ${context}`);
      return { documentUrl: context, document };
    },
  };
  const document = readJson(file, target);
  try {
    return parse((await jsonld.toRDF(document, options as object)) as unknown as string, 'N-Quads');
  } catch (error) {
    if ((error as Error).name === 'jsonld.ValidationError') return undefined;
    throw error;
  }
}

/** In how many members two values differ; what only one of them has counts once. */
function places(one: unknown, other: unknown): number {
  const isNode = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isNode(one) || !isNode(other)) return one === other ? 0 : 1;
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0) {
    return Object.keys(one).length === Object.keys(other).length ? 0 : 1;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].reduce((sum, name) => sum + places(one[name], other[name]), 0);
}

it('has examples of every message that has a shape, and a shape for each', () => {
  const withExamples = readdirSync(folder('examples/')).filter((name) => !name.includes('.'));
  expect(new Set(withExamples)).toEqual(new Set(messages));
});

describe.each(messages)('the shape of %s', (message) => {
  const shapes = parseShapes(`${message}.shacl.ttl`, ...parts, ...(within[message] ?? []));
  // By default it stops after 50 checks of a node against a shape, and calls the node valid.
  const validator = new SHACLValidator(shapes as never, { maxNodeChecks: 0 } as never);
  const own = parseShapes(`${message}.shacl.ttl`);
  const target = own.getObjects(null, `${SH}targetClass`, null)[0]?.value ?? '';
  const examples = (['valid', 'invalid'] as const).flatMap((verdict) =>
    readdirSync(folder(`examples/${message}/${verdict}/`)).map((file) => ({ verdict, file })),
  );

  it.each(examples)('finds $verdict/$file $verdict', async ({ verdict, file }) => {
    const data = await readExample(`examples/${message}/${verdict}/${file}`, target);
    if (data === undefined) {
      expect(verdict).toBe('invalid');
      return;
    }
    // A shape that looks at nothing would find everything valid.
    expect(data.countQuads(null, RDF_TYPE, target, null)).toBe(1);
    const report = await validator.validate(data as never);
    const broken = report.results.map(({ path, message: [text] }) => [path?.value, text?.value]);
    expect(report.conforms, JSON.stringify(broken)).toBe(verdict === 'valid');
  });

  it('has valid and invalid examples', () => {
    expect(new Set(examples.map(({ verdict }) => verdict)).size).toBe(2);
  });

  it('has invalid documents that differ from a valid one in one place', () => {
    const documents = examples.filter(({ file }) => file.endsWith('.json'));
    const read = ({ verdict, file }: (typeof examples)[number]) =>
      JSON.parse(readFileSync(folder(`examples/${message}/${verdict}/${file}`), 'utf8'));
    const valid = documents.filter(({ verdict }) => verdict === 'valid').map(read);
    const others = documents.filter(({ verdict }) => verdict === 'invalid');
    const apart = others.filter((one) => !valid.some((other) => places(read(one), other) === 1));
    expect(apart).toEqual([]);
  });

  it('refers only to shapes that are there', () => {
    const defined = new Set(shapes.getSubjects(RDF_TYPE, null, null).map(({ value }) => value));
    const named = ['node', 'property', 'qualifiedValueShape'].flatMap((name) =>
      shapes
        .getObjects(null, `${SH}${name}`, null)
        .filter(({ termType }) => termType === 'NamedNode'),
    );
    expect(named.map(({ value }) => value).filter((iri) => !defined.has(iri))).toEqual([]);
  });
});
