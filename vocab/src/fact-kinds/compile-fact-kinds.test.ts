import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factContainers } from '../index.ts';
import { GRONDSLAG } from '../namespaces.ts';
import { compileFactKinds } from './compile-fact-kinds.ts';
import { factKinds } from './fact-kinds.ts';

const shapes = new URL('../../shapes/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, shapes), 'utf8');
const all = globSync('{*.shacl.ttl,parts/*.ttl}', { cwd: shapes }).sort().map(read);
const themes = read('parts/themes.ttl');
const income = read('income-credential.shacl.ttl');

describe(compileFactKinds, () => {
  it('made the files in kinds/ of the shapes as they are now; when these change: npm run shapes', () => {
    const { containers, ...kinds } = compileFactKinds(...all);
    expect(kinds).toEqual(factKinds);
    expect(containers).toEqual(factContainers);
  });

  it('gives each kind a container of its own and the themes their order', () => {
    const places = Object.values(factContainers);
    expect(new Set(places).size).toBe(places.length);
    expect(Object.keys(factKinds.themes)).toEqual(['study', 'income', 'home', 'household', 'work']);
  });

  it('reads names, order, units and what goes on one line', () => {
    const residence = factKinds.kinds[`${GRONDSLAG}ResidenceCredential`];
    expect(residence?.fields.map(({ name, line }) => [name, line?.nl])).toEqual([
      ['street', 'straat en nummer'],
      ['houseNumber', 'straat en nummer'],
      ['postalCode', 'postcode en plaats'],
      ['city', 'postcode en plaats'],
      ['since', undefined],
    ]);
    const work = factKinds.kinds[`${GRONDSLAG}EmploymentCredential`];
    const hours = work?.fields.find(({ name }) => name === 'hoursPerWeek');
    expect(hours).toMatchObject({ datatype: 'decimal', unit: { fr: 'heures par semaine' } });
  });

  it('has another kind as soon as there is a shape of it', () => {
    const pension = income
      .replaceAll('Income', 'Pension')
      .replaceAll('g:income', 'g:pension')
      .replace('g:PensionTheme', 'g:IncomeTheme')
      .replace('facts/income/', 'facts/pension/')
      .replace('"Inkomen over {year}"', '"Pensioen over {year}"');
    const { kinds, containers } = compileFactKinds(income, pension, themes);
    expect(kinds[`${GRONDSLAG}PensionCredential`]).toMatchObject({
      ...{ link: 'pension', theme: 'income' },
      title: { nl: 'Pensioen over {year}' },
    });
    expect(containers[`${GRONDSLAG}PensionCredential`]).toBe('facts/pension/');
  });

  it.each<[string, string | RegExp, string]>([
    ['a language of a name', /, "Betrag"@de/, ''],
    ['two texts in one language', '"amount"@en', '"amount"@en, "sum"@en'],
    ['the theme', /sh:group g:IncomeTheme ;/, ''],
    ['a phrase', /g:kindPhrase [^;]+;/, ''],
    ['the field that a template names', 'over {year}', 'over {month}'],
    [
      'a field that is always there, which a template names',
      /(path g:year[^\]]+)sh:minCount 1 ;/,
      '$1',
    ],
    ['a container below facts/', 'facts/income/', '../profile/'],
  ])('refuses a shape that lacks %s', (_, from, to) => {
    expect(income).toMatch(from);
    expect(() => compileFactKinds(income.replace(from, to), themes)).toThrow(TypeError);
  });
});
