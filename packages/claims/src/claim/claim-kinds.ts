import { RDF_TYPE } from '@grondslag/vocab';
import { iriOf, literalOf } from '../nquads/written-terms.ts';
import claimPlans from '../shape/claim-plans.json' with { type: 'json' };
import { type CheckShape, compileShapes } from '../shape/compile-shapes.ts';
import type { ShapePlan, ShapePlans } from '../shape/shape-plan.ts';
import type { Envelope } from './envelope.ts';
import { vc } from './terms.ts';

/** One field of a kind of claim. */
export interface ClaimField {
  readonly datatype: string;
  readonly required: boolean;
  /** The only texts it may have (`sh:in`). */
  readonly oneOf?: readonly string[];
}

/** How one kind of claim is said in RDF: subject → `link` → a node of `nodeType` with `fields`. */
export interface ClaimKind {
  /** The type of its credentials. */
  readonly claimType: string;
  readonly link: string;
  readonly nodeType: string;
  /** Property → its datatype, and whether it must be there; each at most once. */
  readonly fields: ReadonlyMap<string, ClaimField>;
  /** Whether the subject of a credential says what this kind says. */
  readonly check: CheckShape;
  /** The same, with any of the fields left out. */
  readonly checkPart: CheckShape;
}

export type ClaimKinds = ReadonlyMap<string, ClaimKind>;

/**
 * Kinds of claim as their SHACL shapes describe them, so that a new one needs a file and no code.
 *
 * A kind is a target class whose `credentialSubject` has one closed node shape with one property, the link; the
 * closed node shape of that has one class and fields: literals of one datatype, at most one each. Closed,
 * because a source that is believed about one kind must not be able to slip in another.
 *
 * @param plans of `readShapes`
 * @throws {TypeError} when a shape with a target is something else, or cannot be compiled
 */
export function claimKindsOf(plans: ShapePlans): ClaimKinds {
  return new Map(
    Object.keys(plans.targets).map((claimType) => [claimType, readKind(plans, claimType)]),
  );
}

function readKind(plans: ShapePlans, claimType: string): ClaimKind {
  const fail = (expected: string) =>
    new TypeError(`Expected the shape of ${claimType} to have ${expected}.`);
  const shapesOf = (names: readonly string[] = []) =>
    names.flatMap((name) => plans.shapes[name] ?? []);
  const nodesOf = (shape: ShapePlan | undefined) => shapesOf(shape?.node);
  const propertiesOf = (shape: ShapePlan | undefined) => shapesOf(shape?.property);

  const [root, ...more] = shapesOf(plans.targets[claimType]);
  const about = propertiesOf(root).find(({ path }) => path === vc.credentialSubject);
  const [subject] = nodesOf(about);
  const [link] = propertiesOf(subject);
  const [fact] = nodesOf(link);
  if (more.length > 0 || about?.node?.length !== 1 || !subject?.closed) {
    throw fail('one closed sh:node for credentialSubject');
  }
  if (propertiesOf(subject).length !== 1 || link?.path === undefined || link.maxCount !== 1) {
    throw fail('one property of the subject, at most once');
  }
  if (link.node?.length !== 1 || !fact?.closed) throw fail('one closed sh:node for what it states');

  const fields = new Map<string, ClaimField>();
  let nodeType: string | undefined;
  for (const { path, maxCount, minCount, datatype, in: values } of propertiesOf(fact)) {
    if (path === RDF_TYPE && values?.length === 1) nodeType = iriOf(values[0] ?? '');
    else if (path === undefined || maxCount !== 1 || datatype?.length !== 1) {
      throw fail('fields of one sh:datatype and sh:maxCount 1');
    } else {
      const oneOf = values?.flatMap((value) => literalOf(value)?.value ?? []);
      fields.set(path, {
        datatype: datatype[0] ?? '',
        required: (minCount ?? 0) > 0,
        ...(oneOf && { oneOf }),
      });
    }
  }
  if (nodeType === undefined) throw fail('one class of what it states, by sh:in');
  const [name = ''] = about.node;
  const compile = (shapes: ShapePlans['shapes']): CheckShape => {
    const targets = { [claimType]: [name] };
    const compiled = compileShapes({ ...plans, shapes, targets }).get(claimType);
    if (compiled?.compiled) return compiled.check;
    throw fail(`constraints that can be compiled, not ${compiled?.unsupported}`);
  };
  return {
    ...{ claimType, link: link.path, nodeType, fields },
    check: compile(plans.shapes),
    checkPart: compile({ ...plans.shapes, ...withoutMinimum(plans.shapes, fact) }),
  };
}

/** The shapes of the fields of a fact, of which none has to be there. */
function withoutMinimum(shapes: ShapePlans['shapes'], { property = [] }: ShapePlan) {
  return Object.fromEntries(
    property.flatMap((name): [string, ShapePlan][] => {
      const { minCount: _, ...optional } = shapes[name] ?? {};
      return optional.path === RDF_TYPE ? [] : [[name, optional]];
    }),
  );
}

/** The kinds of claim of the kit: `claim-plans.json` is what `readShapes` makes of their shapes in `vocab`. */
export const ownKinds: ClaimKinds = claimKindsOf(claimPlans as ShapePlans);

/**
 * The kind of a credential, by its one type beside `VerifiableCredential`. Nobody can give a kind of the kit another
 * shape.
 */
export function kindOf(
  { types }: Pick<Envelope, 'types'>,
  kinds: ClaimKinds = new Map(),
): ClaimKind | undefined {
  const type = claimTypeOf({ types });
  return type === undefined ? undefined : (ownKinds.get(type) ?? kinds.get(type));
}

/** The one type of a credential beside `VerifiableCredential`; `undefined` of none, or of several. */
export function claimTypeOf({ types }: Pick<Envelope, 'types'>): string | undefined {
  const [type, ...more] = types.filter((one) => one !== vc.VerifiableCredential);
  return more.length > 0 ? undefined : type;
}
