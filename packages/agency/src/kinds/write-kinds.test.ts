import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryCardShape } from '../test-support/library-card-shape.ts';
import { writeKinds } from './write-kinds.ts';
import { writeKitKinds } from './write-kit-kinds.ts';
import { writeOwnKinds } from './write-own-kinds.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

describe(writeKinds, () => {
  it('made the kinds of the kit from the shapes as they are now; when these change: npm run shapes', async () => {
    expect(await writeKitKinds()).toBe(read('kit-kinds.ts'));
  });

  it('makes a kind of an agency’s own shape, which the tests of reading use; when it changes: npm run shapes', async () => {
    const { source, names, notShown } = await writeOwnKinds([libraryCardShape]);
    expect(source).toBe(read('../test-support/library-card.ts'));
    expect(names).toEqual({ LibraryCard: 'https://library.example/terms#LibraryCardCredential' });
    expect(notShown).toBeUndefined();
  });

  it('says why citizens could not be shown a kind, and makes its types without words and without a place', async () => {
    const silent = libraryCardShape.replace(/g:kindPhrase [^;]+;/, '');
    const { source, notShown } = await writeOwnKinds([silent]);
    expect(notShown).toContain('kindPhrase');
    expect(source).toContain("readonly fineCurrency: 'EUR' | 'SEK';");
    expect(source).not.toContain('container:');
  });

  it('writes no code that a shape brings in words or in a list', async () => {
    const hostile = libraryCardShape
      .replace('"SEK"', '"\' | never; await steal(); //"')
      .replace('"fine"@en', '"*/ await steal(); /*"@en');
    const { source } = await writeOwnKinds([hostile]);
    expect(source).toContain('"\' | never; await steal(); //"');
    expect(source).toContain('/** * / await steal(); /*; xsd:decimal */');
  });

  it.each<[string, string | RegExp, string, string]>([
    ['has two fields of one name', /lib:books/g, '<https://other.example/fine>', 'called fine'],
    ['calls its class as a type here', /lib:LibraryCard \)/, 'lib:Decimal )', 'class Decimal'],
    ['has a field without a name', /lib:books/g, '<https://other.example/>', 'ends in a name'],
    ['is of no kind of fact', /sh:targetClass lib:LibraryCardCredential ;/, '', 'found none'],
  ])('refuses a shape that %s', async (_, from, to, message) => {
    expect(libraryCardShape).toMatch(from);
    await expect(writeOwnKinds([libraryCardShape.replace(from, to)])).rejects.toThrow(message);
  });
});
