import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  type TestAuthority,
} from '../../test-support/create-test-authority.ts';
import { allOperations } from './create-openapi.ts';

interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly info: { readonly version: string; readonly description: string };
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>;
}

let authority: TestAuthority;
let document: Document;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  document = (await (await authority.send('GET', 'v1/openapi.json')).json()) as Document;
});
afterAll(() => authority.close());

describe('v1/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document of this authority', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: 'https://access.example/gate' }]);
    expect(document.info).toMatchObject({
      contact: { name: 'Grondslag' },
      license: { name: 'EUPL-1.2' },
    });
  });

  it('says what changed, version by version, the one in use first', () => {
    const { version, description } = document.info;
    const versions = [...description.matchAll(/(\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)/g)].map(
      ([, one]) => one,
    );
    expect(versions.length).toBeGreaterThan(1);
    expect(versions[0]).toBe(version);
  });

  it('describes every route there is, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = authority.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/gate/'))
      .map(({ method, path }) => {
        return `${method} ${path.slice('/gate'.length).replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}')}`;
      });
    expect(new Set(described)).toEqual(new Set(routes));
    expect(described.length).toBeGreaterThan(30);
  });

  it('names each operation once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  const withExamples = Object.entries(allOperations).flatMap(([name, { body, answers }]) => [
    ...(body ? [[`body of ${name}`, body.schema, body.example] as const] : []),
    ...Object.values(answers).flatMap(({ schema, example }) =>
      schema && example !== undefined ? [[`answer to ${name}`, schema, example] as const] : [],
    ),
  ]);
  it.each(withExamples)('gives an example that fits as %s', (_what, schema, example) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });

  it('has kebab-case paths and camelCase parameters in our own part', () => {
    const own = Object.entries(allOperations).filter(([name]) => name.includes(' v1/'));
    for (const [name, { query }] of own) {
      const path = name.replace(/^\w+ /, '').replaceAll(/\{\w+\}/g, '');
      expect(path, name).toMatch(/^[a-z0-9/.-]*$/);
      for (const parameter of Object.keys(query?.shape ?? {})) {
        expect(parameter, name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      }
    }
  });
});

describe('v1/docs', () => {
  it('shows every operation on a page that loads nothing', async () => {
    const response = await authority.send('GET', 'v1/docs');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    for (const { id, summary } of Object.values(allOperations)) {
      expect(page).toContain(`<h3 id="${id}">${summary}</h3>`);
    }
    expect(page).not.toMatch(/<script|src=|url\(/);
  });
});
