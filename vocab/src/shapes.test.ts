import { readdirSync, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { contexts } from './contexts.ts';
import { RDF_TYPE } from './iris.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const folder = (path: string) => new URL(`../${path}`, import.meta.url);
const messages = readdirSync(folder('shapes/')).map((file) => file.replace('.shacl.ttl', ''));

const parse = (text: string, format: string) => new Store(new Parser({ format }).parse(text));

async function readExample(url: URL): Promise<Store> {
  const text = readFileSync(url, 'utf8');
  if (url.pathname.endsWith('.ttl')) return parse(text, 'Turtle');
  // A shape is about the credential; its proof is another graph.
  const { proof: _, ...credential } = JSON.parse(text);
  const options = {
    format: 'application/n-quads',
    safe: true,
    documentLoader: async (context: string) => {
      const document = contexts.get(context);
      if (!document) throw new Error(`not pinned: ${context}`);
      return { documentUrl: context, document };
    },
  };
  return parse((await jsonld.toRDF(credential, options as object)) as unknown as string, 'N-Quads');
}

it('has examples of every message that has a shape, and a shape for each', () => {
  const withExamples = readdirSync(folder('examples/')).filter((name) => !name.includes('.'));
  expect(new Set(withExamples)).toEqual(new Set(messages));
});

describe.each(messages)('the shape of %s', (message) => {
  const shapes = parse(readFileSync(folder(`shapes/${message}.shacl.ttl`), 'utf8'), 'Turtle');
  const validator = new SHACLValidator(shapes as never);
  const [target] = shapes.getObjects(null, `${SH}targetClass`, null);
  const examples = (['valid', 'invalid'] as const).flatMap((verdict) =>
    readdirSync(folder(`examples/${message}/${verdict}/`)).map((file) => ({ verdict, file })),
  );

  it.each(examples)('finds $verdict/$file $verdict', async ({ verdict, file }) => {
    const data = await readExample(folder(`examples/${message}/${verdict}/${file}`));
    // A shape that looks at nothing would find everything valid.
    expect(data.countQuads(null, RDF_TYPE, target ?? null, null)).toBe(1);
    const report = await validator.validate(data as never);
    const broken = report.results.map(({ path, message: [text] }) => [path?.value, text?.value]);
    expect(report.conforms, JSON.stringify(broken)).toBe(verdict === 'valid');
  });

  it('has valid and invalid examples', () => {
    expect(new Set(examples.map(({ verdict }) => verdict)).size).toBe(2);
  });
});
