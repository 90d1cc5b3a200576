type Terms<Base extends string, Name extends string> = { readonly [N in Name]: `${Base}${N}` };

/** Names of one vocabulary as full IRIs: `createTerms(ACL, 'Read').Read`. */
export function createTerms<Base extends string, Name extends string>(
  base: Base,
  ...names: readonly Name[]
): Terms<Base, Name> {
  return Object.fromEntries(names.map((name) => [name, `${base}${name}`])) as Terms<Base, Name>;
}
