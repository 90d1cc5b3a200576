import { type ClaimKind, claimKindsOf, readShapes } from '@grondslag/claims';
import { compileFactKinds } from '@grondslag/vocab/compile-fact-kinds';
import { type KindWords, nameOf, writeKind } from './write-kind.ts';
import { importOf } from './write-source.ts';

const PACKAGE = '@grondslag/agency/kinds';

/** What kinds are made from, and for whom. */
export interface WriteKindsOptions {
  /** SHACL shapes of kinds of fact, Turtle. */
  readonly shapes: readonly string[];
  /** The themes that these name, Turtle. */
  readonly themes?: readonly string[];
  /** The kit has its own shapes already, and its own files: their names in place of the package's. */
  readonly ofTheKit?: { readonly readers: string; readonly kind: string };
}

/** What was made of shapes. */
export interface WrittenKinds {
  /** A module of TypeScript. */
  readonly source: string;
  /** Name in the module → type of credential. */
  readonly names: Readonly<Record<string, string>>;
  /** Why citizens cannot be shown these kinds, nor asked for them; `undefined` when they can. */
  readonly notShown?: string;
}

/**
 * Writes kinds of fact as TypeScript, from the SHACL shapes by which their facts are checked: of each an interface with the
 * values of its fields, and a constant of the same name for `readClaims`.
 *
 * A field is optional when its shape has no `sh:minCount`. None is repeated: the shape of a fact has each at most once.
 *
 * @throws {TypeError} when a shape is no kind of fact, or a name cannot be one in TypeScript
 */
export async function writeKinds(options: WriteKindsOptions): Promise<WrittenKinds> {
  const { shapes, themes = [], ofTheKit } = options;
  const plans = await readShapes(...shapes);
  const kinds = [...claimKindsOf(plans).values()].sort((a, b) =>
    a.claimType < b.claimType ? -1 : 1,
  );
  if (kinds.length === 0) throw new TypeError('Expected the shape of a kind of fact, found none.');
  const { wordsOf, notShown } = readWords([...shapes, ...themes]);
  const used = new Set<string>();
  const written = kinds.map((kind) => writeKind(kind, wordsOf(kind), used, !ofTheKit));
  const names = new Map(kinds.map((kind) => [nameOf(kind), kind.claimType]));
  const taken = new Set([...used, 'Kind', 'ShapePlans', 'Date']);
  const clash = kinds
    .map(nameOf)
    .find((name, at, all) => taken.has(name) || all.indexOf(name) < at);
  if (clash !== undefined) throw new TypeError(`Expected another name for the class ${clash}.`);

  const imports = ofTheKit
    ? [importOf([...used], ofTheKit.readers), importOf(['Kind'], ofTheKit.kind)]
    : [importOf([...used, 'Kind', 'ShapePlans'], PACKAGE)];
  const source = [
    '// Made from SHACL shapes: change those, and make it again.',
    imports.join('\n'),
    ...(ofTheKit ? [] : [`const plans: ShapePlans = ${JSON.stringify(plans)};`]),
    ...written,
  ];
  return {
    source: `${source.join('\n\n')}\n`,
    names: Object.fromEntries(names),
    ...(notShown !== undefined && { notShown }),
  };
}

/** Words and containers are in what the shapes say for people; types can do without. */
function readWords(turtle: readonly string[]) {
  const none: KindWords = { labels: new Map() };
  try {
    const { kinds, containers } = compileFactKinds(...turtle);
    const wordsOf = ({ claimType }: ClaimKind): KindWords => {
      const fields = kinds[claimType]?.fields ?? [];
      const labels = fields.map(
        ({ name, label, unit }) => [name, unit ? `${label.en}, ${unit.en}` : label.en] as const,
      );
      return { container: containers[claimType], labels: new Map(labels) };
    };
    return { wordsOf, notShown: undefined };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { wordsOf: () => none, notShown: error.message };
  }
}
