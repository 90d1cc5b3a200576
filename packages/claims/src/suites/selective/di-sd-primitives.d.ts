// The part of @digitalbazaar/di-sd-primitives 3 that is used here; the package ships no types.
declare module '@digitalbazaar/di-sd-primitives' {
  interface Hmac {
    sign(bytes: Uint8Array): Promise<Uint8Array>;
  }
  type NameLabels = (labels: {
    canonicalIdMap: Map<string, string>;
  }) => Promise<Map<string, string>>;
  interface Group {
    /** By place among all statements. */
    matching: Map<number, string>;
    nonMatching: Map<number, string>;
    deskolemizedNQuads: string[];
  }
  export function createHmac(options: { key: Uint8Array }): Promise<Hmac>;
  export function createHmacIdLabelMapFunction(options: { hmac: Hmac }): NameLabels;
  export function canonicalizeAndGroup<Name extends string>(options: {
    document: object;
    labelMapFactoryFunction: NameLabels;
    groups: Record<Name, readonly string[]>;
    options: object;
  }): Promise<{ groups: Record<Name, Group>; labelMap: Map<string, string> }>;
  export function selectJsonLd(options: {
    document: object;
    pointers: readonly string[];
  }): Record<string, unknown> | null;
  export function canonicalize(nquads: string, options: object): Promise<string>;
  export function stripBlankNodePrefixes(labels: Map<string, string>): Map<string, string>;
}
