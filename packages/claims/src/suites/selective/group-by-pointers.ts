/// <reference path="./di-sd-primitives.d.ts" />
import {
  canonicalize,
  canonicalizeAndGroup,
  createHmac,
  createHmacIdLabelMapFunction,
  selectJsonLd,
  stripBlankNodePrefixes,
} from '@digitalbazaar/di-sd-primitives';
import { checkDocument } from '../../canonicalize/check-document.ts';
import { contextOptions } from '../../canonicalize/context-resolver.ts';
import { type Contexts, shippedContexts } from '../../canonicalize/contexts.ts';
import { ClaimsError } from '../../errors.ts';
import { checkPointers } from './check-pointers.ts';

const MAX_MILLISECONDS = 2_000;

/** Gives blank nodes the labels that go under the signatures, from those of the canonical form. */
export type NameLabels = (labels: {
  canonicalIdMap: Map<string, string>;
}) => Promise<Map<string, string>>;

/** Labels that say nothing about the statements that are not shown. */
export async function nameByHmac(hmacKey: Uint8Array): Promise<NameLabels> {
  return createHmacIdLabelMapFunction({ hmac: await createHmac({ key: hmacKey }) });
}

/** The statements of a document by what pointers select, as they are signed. */
export interface GroupedStatements {
  /** In order. */
  readonly mandatory: string[];
  readonly others: string[];
}

/**
 * @throws {ClaimsError} `invalid_document` or `unknown_context`; `invalid_pointer` when one selects nothing
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#canonicalizeandgroup | Data Integrity ECDSA, 3.4.13}
 */
export async function groupByPointers(
  document: object,
  mandatoryPointers: readonly string[],
  labelMapFactoryFunction: NameLabels,
  contexts: Contexts = shippedContexts,
): Promise<GroupedStatements> {
  checkSelectable(document, mandatoryPointers, contexts);
  const { groups } = await canonicalizeAndGroup({
    document,
    labelMapFactoryFunction,
    groups: { mandatory: mandatoryPointers },
    options: await optionsFor(contexts),
  });
  const { matching, nonMatching } = groups.mandatory;
  return { mandatory: [...matching.values()], others: [...nonMatching.values()] };
}

/** What a holder shows of a document, and where its statements are among all. */
export interface Selection {
  readonly document: Record<string, unknown>;
  /** Places of the mandatory statements among those shown. */
  readonly mandatoryIndexes: number[];
  /** Places of the others shown, among all that are not mandatory. */
  readonly shown: number[];
  /** All statements that are not mandatory, in order. */
  readonly others: string[];
  /** From the labels that a verifier will see to those under the signatures. */
  readonly labels: Map<string, string>;
}

/**
 * @throws {ClaimsError} as `groupByPointers`
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#createdisclosuredata | Data Integrity ECDSA, 3.5.5}
 */
export async function selectByPointers(
  document: object,
  mandatoryPointers: readonly string[],
  pointers: readonly string[],
  labelMapFactoryFunction: NameLabels,
  contexts: Contexts = shippedContexts,
): Promise<Selection> {
  checkSelectable(document, mandatoryPointers, contexts);
  checkPointers(document, pointers);
  const combined = [...mandatoryPointers, ...pointers];
  const { groups, labelMap } = await canonicalizeAndGroup({
    document,
    labelMapFactoryFunction,
    groups: { mandatory: mandatoryPointers, combined },
    options: await optionsFor(contexts),
  });
  const { mandatory } = groups;
  const selected = selectJsonLd({ document, pointers: combined });
  if (!selected) throw new TypeError('Expected a selection.');

  const places = [...groups.combined.matching.keys()];
  const others = [...mandatory.nonMatching];
  const seen = new Map<string, string>();
  await canonicalize(groups.combined.deskolemizedNQuads.join(''), {
    ...(await optionsFor(contexts)),
    inputFormat: 'application/n-quads',
    canonicalIdMap: seen,
  });
  const labels = new Map<string, string>();
  for (const [label, canonical] of stripBlankNodePrefixes(seen)) {
    labels.set(canonical, labelMap.get(label) ?? '');
  }
  return {
    document: selected,
    mandatoryIndexes: places.flatMap((place, at) => (mandatory.matching.has(place) ? [at] : [])),
    shown: others.flatMap(([place], at) => (groups.combined.matching.has(place) ? [at] : [])),
    others: others.map(([, statement]) => statement),
    labels,
  };
}

/** The library finds labels and its own placeholders by their text, also inside of what a document says. */
function checkSelectable(
  document: object,
  mandatoryPointers: readonly string[],
  contexts: Contexts,
): void {
  checkDocument(document, contexts);
  checkPointers(document, mandatoryPointers);
  if (mandatoryPointers.length === 0) {
    throw new ClaimsError('invalid_pointer', 'Expected at least one mandatory pointer.');
  }
  if (/_:|urn:bnid:/.test(JSON.stringify(document))) {
    throw new ClaimsError(
      'invalid_document',
      'Expected no "_:" and no "urn:bnid:" in a credential for selective disclosure. Use another suite.',
    );
  }
}

async function optionsFor(contexts: Contexts): Promise<object> {
  return {
    safe: true,
    base: null,
    maxWorkFactor: 3,
    signal: AbortSignal.timeout(MAX_MILLISECONDS),
    ...(await contextOptions(contexts)),
  };
}
