import { type AskedRight, askedRightSchema, type Right } from '@grondslag/legal-basis';

/** What is asked for, by which right, and about what: the id of the page with the form. */
export interface Asked {
  readonly right: AskedRight;
  readonly kind: 'grant' | 'law';
  /** Short id of the permission, or of the access. */
  readonly id: string;
}

/** Whether an organisation carries a right out when it is asked for. */
export function asksFor(right: Right): AskedRight | undefined {
  return askedRightSchema.options.find((asked) => asked === right);
}

/** Reads the id of the page: `erasure-grant-…`. */
export function readAsked(id: string): Asked | undefined {
  const [, right, kind, about] = /^([a-z]+)-(grant|law)-(.+)$/.exec(id) ?? [];
  const asked = askedRightSchema.safeParse(right);
  if (!asked.success || about === undefined) return undefined;
  return { right: asked.data, kind: kind === 'grant' ? 'grant' : 'law', id: about };
}
