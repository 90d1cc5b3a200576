/** The part of SPARQL algebra that is looked at here, as Comunica's parser gives it: plain data, terms included. */
export interface AlgebraTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: AlgebraTerm;
}

export interface AlgebraPattern {
  readonly type: 'pattern';
  readonly subject: AlgebraTerm;
  readonly predicate: AlgebraTerm;
  readonly object: AlgebraTerm;
  readonly graph: AlgebraTerm;
}

export interface AlgebraExpression {
  readonly type: 'expression';
  readonly subType: string;
  readonly term?: AlgebraTerm;
  readonly operator?: string;
  readonly args?: readonly AlgebraExpression[];
  readonly aggregator?: string;
  readonly expression?: AlgebraExpression;
  readonly distinct?: boolean;
  readonly variable?: AlgebraTerm;
}

export interface AlgebraOperation {
  readonly type: string;
  readonly input?: AlgebraOperation | readonly AlgebraOperation[];
  readonly patterns?: readonly AlgebraPattern[];
  readonly template?: readonly AlgebraPattern[];
  readonly expression?: AlgebraExpression;
  readonly expressions?: readonly AlgebraExpression[];
  readonly variable?: AlgebraTerm;
  readonly variables?: readonly AlgebraTerm[];
  readonly aggregates?: readonly AlgebraExpression[];
  readonly terms?: readonly AlgebraTerm[];
  readonly start?: number;
  readonly length?: number;
}
