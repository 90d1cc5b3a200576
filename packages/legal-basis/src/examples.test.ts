import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { asJsonLd, contexts, type LegalBasisDocument } from '@grondslag/vocab';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { processingActivitySchema } from './activities/processing-activity.ts';
import { emergencyReviewSchema } from './lawful-access/emergency-review.ts';
import { lawfulAccessSchema } from './lawful-access/lawful-access.ts';
import { mandateSchema } from './mandates/mandate.ts';
import { objectionSchema } from './objections/objection.ts';
import { participantSchema } from './participants/participant.ts';
import { weighingSchema } from './weighing/weighing.ts';
import { lawfulAccessCredentialSchema, newLawfulAccessSchema } from './wire/lawful-access-view.ts';
import { noticeSchema } from './wire/notice.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const vocab = pathToFileURL(
  createRequire(import.meta.url).resolve('@grondslag/vocab/package.json'),
);
const read = (path: string) => readFileSync(new URL(path, vocab), 'utf8');

const kinds: readonly (readonly [string, LegalBasisDocument, z.ZodType])[] = [
  ['participant', 'Participant', participantSchema],
  ['processing-activity', 'ProcessingActivity', processingActivitySchema],
  ['weighing', 'Weighing', weighingSchema],
  ['mandate', 'Mandate', mandateSchema],
  ['lawful-access-request', 'LawfulAccessRequest', newLawfulAccessSchema],
  ['lawful-access', 'LawfulAccess', lawfulAccessSchema],
  ['emergency-review', 'EmergencyReview', emergencyReviewSchema],
  ['notice', 'Notice', noticeSchema],
  ['objection', 'Objection', objectionSchema],
];

function createShapeCheck(kind: string, type: LegalBasisDocument) {
  const parts = globSync('shapes/parts/*.ttl', { cwd: new URL('.', vocab) });
  const files = new Set([`shapes/${kind}.shacl.ttl`, 'shapes/weighing.shacl.ttl', ...parts]);
  const shapes = new Store([...files].flatMap((file) => new Parser().parse(read(file))));
  const validator = new SHACLValidator(shapes as never);
  const documentLoader = async (url: string) => ({ documentUrl: url, document: contexts.get(url) });
  const options = { format: 'application/n-quads', safe: true, documentLoader } as object;
  return async (document: object): Promise<boolean> => {
    try {
      const quads = (await jsonld.toRDF(asJsonLd(type, document), options)) as unknown as string;
      const data = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
      return (await validator.validate(data as never)).conforms;
    } catch (error) {
      if ((error as Error).name.startsWith('jsonld.')) return false;
      throw error;
    }
  };
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Members a JSON Schema names, as `weighing.assessments[].url`. */
function membersOf(schema: JsonSchema, defs = schema.$defs ?? {}, path = ''): readonly string[] {
  const members = (part: unknown, at: string) => membersOf(part as JsonSchema, defs, at);
  const named = schema.$ref === undefined ? [] : [defs[schema.$ref.replace('#/$defs/', '')]];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const member = path === '' ? name : `${path}.${name}`;
    return [member, ...members(part, member)];
  });
  const parts = [...named, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [
    ...own,
    ...parts.flatMap((part) => members(part, path)),
    ...(schema.items === undefined ? [] : members(schema.items, `${path}[]`)),
  ];
}

type Path = readonly (string | number)[];

/** Where the members of a document are, and what is in arrays. */
function pathsIn(value: Json, path: Path = []): readonly Path[] {
  const within = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, item]) => pathsIn(item, [...path, name]))
      : [];
  return path.length === 0 ? within : [path, ...within];
}

/** The document without the member, or with something else in its place. */
function changed(document: Json, [first, ...rest]: Path, put?: Json): Json {
  if (Array.isArray(document)) {
    const items = [...(document as readonly Json[])];
    const item = items[first as number] ?? null;
    const put1 = rest.length > 0 ? [changed(item, rest, put)] : put === undefined ? [] : [put];
    items.splice(first as number, 1, ...put1);
    return items;
  }
  const { [String(first)]: old = null, ...others } = document as { readonly [name: string]: Json };
  if (rest.length > 0) return { ...others, [String(first)]: changed(old, rest, put) };
  return put === undefined ? others : { ...others, [String(first)]: put };
}

function at(document: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => (value as never)[step], document);
}

/** The array that has nothing left, or is gone, when this is left out. */
function listThatVanishes(document: Json, path: Path): Path | undefined {
  const parent = at(document, path.slice(0, -1));
  if (Array.isArray(at(document, path))) return path;
  return Array.isArray(parent) && parent.length === 1 ? path.slice(0, -1) : undefined;
}

describe.each(kinds)('examples of %s', (kind, type, schema) => {
  const files = globSync(`examples/${kind}/*/*.json`, { cwd: new URL('.', vocab) });
  const conforms = createShapeCheck(kind, type);

  it.each(files)('%s: the schema agrees with the name', (file) => {
    const { success, error } = schema.safeParse(JSON.parse(read(file)));
    expect(success, error?.message).toBe(file.includes('/valid/'));
  });

  it('have every member of the schema in a valid one, so that the shape must know it too', () => {
    const valid = files.filter((file) => file.includes('/valid/'));
    const used = valid.flatMap((file) =>
      pathsIn(JSON.parse(read(file))).map((path) =>
        path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join(''),
      ),
    );
    const members = membersOf(z.toJSONSchema(schema, { reused: 'inline' }));
    expect(members.length).toBeGreaterThan(3);
    expect(members.filter((member) => !used.includes(`.${member}`))).toEqual([]);
  });

  it.each(files.filter((file) => file.includes('/valid/')))(
    '%s: schema and shape agree whatever is left out or spoilt',
    async (file) => {
      const document: Json = JSON.parse(read(file));
      const accepts = (path: Path, put?: Json) =>
        schema.safeParse(changed(document, path, put)).success;
      const disagree: string[] = [];
      for (const path of pathsIn(document)) {
        const isLeaf = typeof at(document, path) !== 'object';
        for (const put of isLeaf ? [undefined, '', 'not this', -7] : [undefined]) {
          const list = listThatVanishes(document, path);
          // RDF knows no empty array, so a shape cannot treat an empty one and none differently
          if (put === undefined && list && accepts(list) !== accepts(list, [])) continue;
          const expected = accepts(path, put);
          if ((await conforms(changed(document, path, put) as object)) !== expected) {
            disagree.push(`${path.join('.')} = ${JSON.stringify(put)}: schema ${expected}`);
          }
        }
      }
      expect(disagree).toEqual([]);
    },
  );
});

// signed; `packages/claims` checks the proofs
it.each(globSync('examples/lawful-access-credential/*/*.jsonld', { cwd: new URL('.', vocab) }))(
  '%s: the schema agrees with the name',
  (file) => {
    const { success, error } = lawfulAccessCredentialSchema.safeParse(JSON.parse(read(file)));
    expect(success, error?.message).toBe(file.includes('/valid/'));
  },
);
