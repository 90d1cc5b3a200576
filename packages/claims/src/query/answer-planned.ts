import type { DictionaryStore } from '../store/dictionary-store.ts';
import { readProvenance } from '../store/provenance.ts';
import type { AlgebraOperation } from './algebra.ts';
import type { Answer, AnswerCredential } from './answer.ts';
import { type Bindings, bindParameters, showParameters } from './bind-parameters.ts';
import { graphVariables } from './graph-variables.ts';
import { answerByPlan } from './plan/run-plan.ts';

/** The answer of the planned join alone; `undefined` when it declines, or for a DESCRIBE. */
export function answerPlanned(
  store: DictionaryStore,
  operation: AlgebraOperation,
  bindings: Bindings,
  maxRows: number,
): Answer | undefined {
  const answer = answerByPlan(store, bindParameters(operation, bindings), maxRows);
  return answer && finishAnswer(store, answer, operation, bindings);
}

/** Adds what the query was given, and of which credential each graph in the answer is. */
export function finishAnswer(
  store: DictionaryStore,
  answer: Answer,
  operation: AlgebraOperation,
  bindings: Bindings,
): Answer {
  if (answer.form !== 'select') return answer;
  const shown = showParameters(answer, operation, bindings);
  const graphs = graphVariables(operation);
  const names = shown.variables.filter((name) => graphs.has(name));
  if (names.length === 0) return shown;
  const credentials = new Map<string, AnswerCredential>();
  for (const row of shown.rows) {
    for (const name of names) {
      const iri = row[name]?.value ?? '';
      const id = credentials.has(iri) ? undefined : store.idOfWritten(`<${iri}>`);
      if (id !== undefined && store.isGraph(id)) credentials.set(iri, readProvenance(store, id));
    }
  }
  return { ...shown, credentials: [...credentials.values()] };
}
