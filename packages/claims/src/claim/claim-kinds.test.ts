import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { claimTypes } from '@grondslag/protocol';
import { GRONDSLAG } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import claimPlans from '../shape/claim-plans.json' with { type: 'json' };
import { readShapes } from '../shape/read-shapes.ts';
import { claimKindsOf, ownKinds } from './claim-kinds.ts';
import { claimShapes } from './fact.ts';

const vocab = pathToFileURL(
  createRequire(import.meta.url).resolve('@grondslag/vocab/package.json'),
);
const turtle = globSync('*.shacl.ttl', { cwd: new URL('shapes/', vocab) })
  .sort()
  .map((file) => readFileSync(new URL(`shapes/${file}`, vocab), 'utf8'))
  .filter((text) => text.includes('g:container'));

describe('kinds of claim', () => {
  it('are those of the shapes in vocab; when these change: npm run shapes', async () => {
    expect(claimPlans).toEqual(JSON.parse(JSON.stringify(await readShapes(...turtle))));
  });

  it('are all that have a place in a vault, with the fields that facts have', () => {
    expect(new Set(ownKinds.keys())).toEqual(new Set(claimTypes));
    for (const [type, { link, nodeType, fields }] of Object.entries(claimShapes)) {
      expect(ownKinds.get(type)).toMatchObject({
        link,
        nodeType,
        fields: new Map(
          Object.values(fields).map(({ property, datatype }) => [
            property,
            { datatype, required: true },
          ]),
        ),
      });
    }
  });

  const change = async (from: string | RegExp, to: string) => {
    const [text = ''] = turtle;
    expect(text).toMatch(from);
    return claimKindsOf(await readShapes(text.replace(from, to)));
  };

  it.each<[string, string | RegExp, string]>([
    ['is open about its subject', /(SubjectShape a sh:NodeShape ;)\s+sh:closed true ;/, '$1'],
    ['is open about what it states', /(DiplomaShape a sh:NodeShape ;)\s+sh:closed true ;/, '$1'],
    ['says nothing of its subject', /sh:node g:DiplomaCredentialSubjectShape ;/, ''],
    ['has a field of any number', /(sh:path g:title ;\s+sh:minCount 1 ;)\s+sh:maxCount 1 ;/, '$1'],
    ['has a field of any kind', /(sh:path g:level ;[^\]]+)sh:datatype xsd:string ;/, '$1'],
    ['cannot be compiled', 'sh:minLength 1 ;', 'sh:lessThan g:level ;'],
  ])('is refused when its shape %s', async (_, from, to) => {
    await expect(change(from, to)).rejects.toThrow(TypeError);
  });

  it('can be new: a field that may be absent, and another name', async () => {
    const [text = ''] = turtle;
    const training = text
      .replaceAll('Diploma', 'Training')
      .replaceAll('g:diploma', 'g:training')
      .replace(/(sh:path g:level ;)\s+sh:minCount 1 ;/, '$1');
    const found = claimKindsOf(await readShapes(training)).get(`${GRONDSLAG}TrainingCredential`);
    expect(found).toMatchObject({
      link: `${GRONDSLAG}training`,
      nodeType: `${GRONDSLAG}Training`,
    });
    expect(found?.fields.get(`${GRONDSLAG}level`)?.required).toBe(false);
    expect(found?.fields.get(`${GRONDSLAG}title`)?.required).toBe(true);
  });
});
