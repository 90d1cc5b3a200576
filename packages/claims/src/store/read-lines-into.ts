import { ClaimsError } from '../errors.ts';
import type { DictionaryStore } from './dictionary-store.ts';
import { normalizeLiteral } from './written-term.ts';

const QUOTE = 0x22;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;
const CARET = 0x5e;
const AT = 0x40;
const END_OF_LINE = ' .\n';

/**
 * Adds the statements of one credential to `graph`, whatever graph they say; those that name one are dropped. Its
 * blank nodes are nodes of their own.
 *
 * @param text canonical N-Quads, or the lines that `narrowClaim` left of them
 * @param like what the text before looked like
 * @throws {ClaimsError} `invalid_document` for any other text; the store is then of no more use
 */
export function readLinesInto(
  store: DictionaryStore,
  text: string,
  graph: number,
  like: Likeness = createLikeness(),
): void {
  if (readCanonicalLines(store, text, graph, like)) return;
  throw new ClaimsError(
    'invalid_document',
    'Expected canonical N-Quads, as verification gives them, and got other text. Load `canonical` of a verified claim.',
  );
}

/**
 * The predicates and objects of the text before, line by line. Credentials of one kind are much alike: comparing with
 * what stood there is several times faster than looking a term up. A wrong guess costs the comparison, nothing else.
 */
export interface Likeness {
  readonly predicates: number[];
  readonly objects: number[];
}

export function createLikeness(): Likeness {
  return { predicates: [], objects: [] };
}

/** `false`: not the form it knows. */
function readCanonicalLines(
  store: DictionaryStore,
  text: string,
  graph: number,
  like: Likeness,
): boolean {
  const blankNodes = new Map<string, number>();
  const node = (written: string): number => {
    if (written.charCodeAt(0) !== UNDERSCORE) return store.intern(written);
    let id = blankNodes.get(written);
    if (id === undefined) {
      id = store.addBlankNode();
      blankNodes.set(written, id);
    }
    return id;
  };
  let subject = 0;
  let subjectText = '';
  let line = 0;
  for (let at = 0; at < text.length; line++) {
    const predicateAt = text.indexOf(' ', at) + 1;
    if (predicateAt === 0) return false;
    // Lines are sorted: the subject is mostly that of the line before.
    if (
      predicateAt - at - 1 !== subjectText.length ||
      text.substring(at, predicateAt - 1) !== subjectText
    ) {
      if (!isNode(text, at, predicateAt - 1)) return false;
      subjectText = text.slice(at, predicateAt - 1);
      subject = node(subjectText);
    }

    let predicate = like.predicates[line] ?? -1;
    let objectAt = endOfGuess(store, text, predicateAt, predicate, ' ');
    if (objectAt < 0) {
      objectAt = text.indexOf(' ', predicateAt) + 1;
      if (objectAt === 0 || !isIri(text, predicateAt, objectAt - 1)) return false;
      predicate = store.intern(text.slice(predicateAt, objectAt - 1));
      like.predicates[line] = predicate;
    }

    let object = like.objects[line] ?? -1;
    let next = endOfGuess(store, text, objectAt, object, END_OF_LINE);
    if (next < 0) {
      const end = endOfObject(text, objectAt);
      if (end < 0) return false;
      if (!text.startsWith(END_OF_LINE, end)) {
        at = endOfLineWithGraph(text, end);
        if (at < 0) return false;
        continue;
      }
      next = end + END_OF_LINE.length;
      const written = text.slice(objectAt, end);
      object =
        written.charCodeAt(0) === QUOTE
          ? store.intern(isPlain(written) ? written : normalizeLiteral(written))
          : node(written);
      like.objects[line] = object;
    }
    store.append(subject, predicate, object, graph);
    at = next;
  }
  return true;
}

/** Where the text goes on after this term and `mark`; -1 when they do not stand here. */
function endOfGuess(
  store: DictionaryStore,
  text: string,
  at: number,
  guess: number,
  mark: string,
): number {
  if (guess < 0 || store.isBlank(guess)) return -1;
  const written = store.written[guess] as string;
  const end = at + written.length;
  // Faster than `startsWith`, which compares one character after the other.
  return text.substring(at, end) === written && text.startsWith(mark, end) ? end + mark.length : -1;
}

function endOfObject(text: string, at: number): number {
  if (text.charCodeAt(at) !== QUOTE) {
    const end = text.indexOf(' ', at);
    return end > 0 && isNode(text, at, end) ? end : -1;
  }
  let close = text.indexOf('"', at + 1);
  while (close > 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  if (close < 0) return -1;
  const next = text.charCodeAt(close + 1);
  if (next === AT) return text.indexOf(' ', close);
  if (next !== CARET) return close + 1;
  const end = text.indexOf(' ', close);
  return text.charCodeAt(close + 2) === CARET && end > 0 && isIri(text, close + 3, end) ? end : -1;
}

function endOfLineWithGraph(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const graphEnd = end - 2;
  if (graphEnd <= at || !text.startsWith(' .', graphEnd)) return -1;
  return text[at] === ' ' && isNode(text, at + 1, graphEnd) ? end + 1 : -1;
}

function isNode(text: string, from: number, to: number): boolean {
  return text.startsWith('_:c14n', from) || isIri(text, from, to);
}

/** An IRI that needs no second look: canonical text has no escapes in IRIs. */
function isIri(text: string, from: number, to: number): boolean {
  return (
    text.charCodeAt(from) === LESS_THAN && text.charCodeAt(to - 1) === GREATER_THAN && to - from > 2
  );
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

/** Without escape, language or `xsd:string`: nothing that could be written in two ways. */
function isPlain(written: string): boolean {
  return (
    !written.includes('\\') &&
    (written.endsWith('"') || (written.endsWith('>') && !written.endsWith('#string>')))
  );
}
