export type { Answer, AnswerCredential, Term } from './answer.ts';
export type { Bindings, Parameter } from './bind-parameters.ts';
export type { Dataset } from './create-dataset.ts';
export {
  createQueryEngine,
  type PreparedQuery,
  type QueryEngine,
  type QueryEngineOptions,
  type QueryOptions,
} from './create-query-engine.ts';
export { type QueryRefusal, QueryRefusedError } from './query-refused-error.ts';
