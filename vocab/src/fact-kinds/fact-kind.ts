/** Languages in which every kind of fact can be shown. */
export const factLanguages = ['nl', 'en', 'fr', 'de'] as const;

/** The same words in each language. In a template `{name}` stands for the value of a field. */
export type Phrase = Readonly<Record<(typeof factLanguages)[number], string>>;

/** A theme under which facts are shown (`sh:PropertyGroup`). */
export interface FactTheme {
  readonly name: Phrase;
  /** One fact in the middle of a sentence when no more is known of it: "een gegeven over uw inkomen". */
  readonly phrase: Phrase;
}

/** One field of a kind of fact. */
export interface FactField {
  /** As facts call it: the last part of its property. */
  readonly name: string;
  readonly label: Phrase;
  /** Last part of its XSD datatype: `string`, `date`. */
  readonly datatype: string;
  /** Name of the field that has the ISO 4217 code of this amount. */
  readonly currencyIn?: string;
  /** Stands after the number. */
  readonly unit?: Phrase;
  /** Fields with the same one stand on one line under these words. */
  readonly line?: Phrase;
}

/** How one kind of fact is shown, as its SHACL shape says. */
export interface FactKind {
  /** Member of the subject that has the fact: `income`. */
  readonly link: string;
  /** Key of a theme. */
  readonly theme: string;
  /** "inkomen" */
  readonly name: Phrase;
  /** Above one fact: "Inkomen over {year}". */
  readonly title: Phrase;
  /** One fact in the middle of a sentence: "uw inkomen over {year}". */
  readonly phrase: Phrase;
  /** The kind in the middle of a sentence: "uw inkomen". */
  readonly kindPhrase: Phrase;
  /** All facts of this kind: "de lijst van uw inkomens". */
  readonly listPhrase: Phrase;
  /** In the order in which they are shown. */
  readonly fields: readonly FactField[];
}

/** All kinds of fact, by the type of their credentials, and the themes they belong to, in the order of themes. */
export interface FactKinds {
  readonly themes: Readonly<Record<string, FactTheme>>;
  readonly kinds: Readonly<Record<string, FactKind>>;
}
