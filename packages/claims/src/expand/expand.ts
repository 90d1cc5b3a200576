import { STATUS_ENTRY_CONTEXT } from '@grondslag/vocab';
import { type Contexts, keptFor, shippedContexts } from '../canonicalize/contexts.ts';
import { isSameJson } from '../canonicalize/same-json.ts';
import { expandNode } from './expand-node.ts';
import { Expansion } from './expansion.ts';
import { loadProcessContext } from './process-context.ts';
import { type Scope, scopeOf } from './scope.ts';
import { NotCompiled, UNSUPPORTED } from './unsupported.ts';

const MAX_CONTEXTS = 8;
const MAX_COMPILED = 2_000;
const MAX_COMPILED_FOR_ONE = 100;

/** What was compiled for one list of contexts. */
const compiledFor = keptFor(() => ({
  roots: new Map<string, Scope>(),
  count: 0,
  /** Ends with the last document that compiles. */
  turn: Promise.resolve<unknown>(undefined),
}));

/**
 * What a JSON-LD document says, by contexts that were compiled before.
 *
 * Does what most credentials need, and says `undefined` of all else: what it does not support, what is wrong, and
 * what needs a context that `expandAndCompile` has not seen. Never gives statements that jsonld would not.
 */
export function expand(
  document: object,
  contexts: Contexts = shippedContexts,
): Expansion | undefined {
  const result = tryToExpand(document, contexts);
  return result instanceof NotCompiled ? undefined : result;
}

/**
 * As `expand`, and compiles the contexts it lacks. Documents do so one after the other: of many that meet a new
 * context together, the first compiles it.
 */
export async function expandAndCompile(
  document: object,
  contexts: Contexts = shippedContexts,
): Promise<Expansion | undefined> {
  const result = tryToExpand(document, contexts);
  if (!(result instanceof NotCompiled)) return result;
  const compiled = compiledFor(contexts);
  const turn = compiled.turn.then(() => compileAll(document, contexts));
  compiled.turn = turn.catch(() => undefined);
  return await turn;
}

async function compileAll(document: object, contexts: Contexts): Promise<Expansion | undefined> {
  const compiled = compiledFor(contexts);
  for (let missing = 0; missing < MAX_COMPILED_FOR_ONE; missing++) {
    const result = tryToExpand(document, contexts);
    if (!(result instanceof NotCompiled)) return result;
    // Contexts nest without an end, and strangers choose which of them follow each other.
    if (++compiled.count > MAX_COMPILED) {
      compiled.roots.clear();
      compiled.count = 0;
    }
    try {
      await result.compile();
    } catch {
      // A context that jsonld refuses, or that we do not support: the general path has the words for it.
      return undefined;
    }
  }
  return undefined;
}

function tryToExpand(document: object, known: Contexts): Expansion | NotCompiled | undefined {
  try {
    const node = document as Readonly<Record<string, unknown>>;
    const expansion = new Expansion();
    expandNode(rootOf(node['@context'], known), node, expansion);
    // A document that says nothing is an error.
    return expansion.isEmpty ? undefined : expansion;
  } catch (error) {
    if (error === UNSUPPORTED) return undefined;
    if (error instanceof NotCompiled) return error;
    throw error;
  }
}

/** @throws UNSUPPORTED or NotCompiled */
function rootOf(context: unknown, known: Contexts): Scope {
  const contexts: readonly unknown[] = Array.isArray(context) ? context : [context];
  if (contexts.length > MAX_CONTEXTS) throw UNSUPPORTED;
  let key = '';
  for (const one of contexts) key += `${typeof one === 'string' ? one : inlineKey(one)}\n`;
  const { roots } = compiledFor(known);
  const root = roots.get(key);
  if (root) return root;
  throw new NotCompiled(async () => {
    const process = await loadProcessContext(known);
    roots.set(key, scopeOf(await process(undefined, contexts), process));
  });
}

/** The one inline context there is. */
function inlineKey(context: unknown): string {
  if (!isSameJson(context, STATUS_ENTRY_CONTEXT)) throw UNSUPPORTED;
  return 'status entry';
}
