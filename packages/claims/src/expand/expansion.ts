import type { WrittenTerm } from '../nquads/line.ts';

/** A node of an expansion: an IRI as it is written, or the number of a blank node. */
export type ExpandedNode = WrittenTerm | number;

/** A statement with a blank node in it. */
export interface OpenStatement {
  readonly subject: ExpandedNode;
  /** With the spaces around it. */
  readonly predicate: string;
  readonly object: ExpandedNode;
}

/** The statements of a document: lines of N-Quads, except for the names of blank nodes. */
export class Expansion {
  /** Statements without blank nodes, each with its line end. */
  readonly lines: string[] = [];
  readonly open: OpenStatement[] = [];
  /** They have the numbers from 0. */
  blankNodes = 0;

  get isEmpty(): boolean {
    return this.lines.length === 0 && this.open.length === 0;
  }

  add(subject: ExpandedNode, predicate: string, object: ExpandedNode): void {
    if (typeof subject === 'string' && typeof object === 'string') {
      this.lines.push(`${subject}${predicate}${object} .\n`);
    } else {
      this.open.push({ subject, predicate, object });
    }
  }
}
