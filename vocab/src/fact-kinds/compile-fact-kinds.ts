import { Parser, Store, type Term } from 'n3';
import { g } from '../iris.ts';
import { RDF_TYPE, XSD } from '../namespaces.ts';
import {
  type FactField,
  type FactKind,
  type FactKinds,
  type FactTheme,
  factLanguages,
  type Phrase,
} from './fact-kind.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const CREDENTIAL_SUBJECT = 'https://www.w3.org/2018/credentials#credentialSubject';
const CONTAINER = /^facts\/[a-z][a-z-]*\/$/;

/** Kinds of fact as people see them, and where each is in a vault. */
export interface CompiledKinds extends FactKinds {
  /** Type of credential → container, relative to the storage. */
  readonly containers: Readonly<Record<string, string>>;
}

/**
 * Reads from SHACL shapes in Turtle how kinds of fact are shown, so that a new kind needs a file and no code: names
 * (`sh:name`), order (`sh:order`), themes and lines (`sh:group`), datatypes, and the phrases of this vocabulary.
 *
 * A kind of fact is a shape of a credential with one `g:container`, on the property that leads from the subject to
 * what is stated; any other shape is passed over.
 *
 * @throws {TypeError} when something is missing that people would see, or a template names a field that may be absent
 * @see {@link https://www.w3.org/TR/shacl/#nonValidation | SHACL, 2.3.2: non-validating property shape characteristics}
 */
export function compileFactKinds(...turtle: readonly string[]): CompiledKinds {
  const graph = new Store(
    turtle.flatMap((text, at) => new Parser({ blankNodePrefix: `s${at}_` }).parse(text)),
  );
  const objects = (of: Term, predicate: string) => graph.getObjects(of as never, predicate, null);
  const shapesOf = (shape: Term) => objects(shape, `${SH}property`);
  const pathOf = (property: Term) => objects(property, `${SH}path`)[0]?.value;
  const orderOf = (node: Term) => Number(objects(node, `${SH}order`)[0]?.value ?? 0);

  /** The words of a node in each language; `undefined` when it has none at all. */
  function phraseOf(node: Term, predicate: string): Phrase | undefined {
    const found = objects(node, predicate);
    if (found.length === 0) return undefined;
    const texts = factLanguages.map((language) => {
      const own = found.filter((text) => text.termType === 'Literal' && text.language === language);
      if (own.length !== 1 || own[0]?.value.trim() === '') {
        throw new TypeError(`Expected ${predicate} of ${node.value} once in ${language}.`);
      }
      return [language, own[0]?.value];
    });
    return Object.fromEntries(texts) as Phrase;
  }

  function needPhrase(node: Term, predicate: string, of: string): Phrase {
    const phrase = phraseOf(node, predicate);
    if (!phrase) throw new TypeError(`Expected ${predicate} in the shape of ${of}.`);
    return phrase;
  }

  function groupOf(property: Term): Term | undefined {
    const [group, ...more] = objects(property, `${SH}group`);
    if (more.length > 0) throw new TypeError(`Expected one sh:group of ${pathOf(property)}.`);
    return group;
  }

  function readField(property: Term, of: string): FactField {
    const name = localName(pathOf(property) ?? '');
    const currency = objects(property, g.currencyIn)[0]?.value;
    const unit = phraseOf(property, g.unit);
    const group = groupOf(property);
    return {
      name,
      label: needPhrase(property, `${SH}name`, `${of}, field ${name}`),
      datatype: (objects(property, `${SH}datatype`)[0]?.value ?? '').replace(XSD, ''),
      ...(currency !== undefined && { currencyIn: localName(currency) }),
      ...(unit && { unit }),
      ...(group && { line: needPhrase(group, RDFS_LABEL, `${of}, field ${name}`) }),
    };
  }

  function readKind(claimType: string, link: Term) {
    const shape = objects(link, `${SH}node`)[0];
    if (!shape) throw new TypeError(`Expected sh:node of what ${claimType} states.`);
    const group = groupOf(link);
    if (!group) throw new TypeError(`Expected a theme, by sh:group, for ${claimType}.`);
    const container = objects(link, g.container)[0]?.value ?? '';
    if (!CONTAINER.test(container)) {
      throw new TypeError(`Expected g:container of ${claimType} like "facts/work/".`);
    }
    const properties = shapesOf(shape)
      .filter((property) => pathOf(property) !== RDF_TYPE)
      .sort((a, b) => orderOf(a) - orderOf(b));
    const always = new Set(
      properties
        .filter((property) => Number(objects(property, `${SH}minCount`)[0]?.value ?? 0) > 0)
        .map((property) => localName(pathOf(property) ?? '')),
    );
    const template = (predicate: string) => {
      const phrase = needPhrase(link, predicate, claimType);
      for (const field of Object.values(phrase).flatMap(placesIn)) {
        if (!always.has(field)) {
          throw new TypeError(
            `{${field}} of ${predicate} is no field that ${claimType} always has.`,
          );
        }
      }
      return phrase;
    };
    const kind: FactKind = {
      link: localName(pathOf(link) ?? ''),
      theme: themeName(group),
      name: needPhrase(link, `${SH}name`, claimType),
      title: template(g.titleTemplate),
      phrase: template(g.phraseTemplate),
      kindPhrase: needPhrase(link, g.kindPhrase, claimType),
      listPhrase: needPhrase(link, g.listPhrase, claimType),
      fields: properties.map((property) => readField(property, claimType)),
    };
    return { kind, group, container };
  }

  const found = graph.getQuads(null, `${SH}targetClass`, null, null).flatMap((target) => {
    const about = shapesOf(target.subject).find((one) => pathOf(one) === CREDENTIAL_SUBJECT);
    const links = about ? objects(about, `${SH}node`).flatMap(shapesOf) : [];
    const claimType = target.object.value;
    if (!links.some((link) => objects(link, g.container).length > 0)) return [];
    const [link, ...others] = links;
    if (!link || others.length > 0) {
      throw new TypeError(`Expected one property of the subject in the shape of ${claimType}.`);
    }
    return [{ claimType, ...readKind(claimType, link) }];
  });
  const groups = new Map(found.map(({ group }) => [group.value, group]));
  const themes = [...groups.values()]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map((group): [string, FactTheme] => {
      const name = needPhrase(group, RDFS_LABEL, group.value);
      return [themeName(group), { name, phrase: needPhrase(group, g.phraseTemplate, group.value) }];
    });
  return {
    themes: Object.fromEntries(themes),
    kinds: Object.fromEntries(found.map(({ claimType, kind }) => [claimType, kind])),
    containers: Object.fromEntries(found.map(({ claimType, container }) => [claimType, container])),
  };
}

/** Names of the fields that a template has a place for. */
function placesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** `g:IncomeTheme` → `income` */
function themeName(group: Term): string {
  return localName(group.value)
    .replace(/Theme$/, '')
    .toLowerCase();
}

function localName(iri: string): string {
  return iri.replace(/^.*[#/]/, '');
}
