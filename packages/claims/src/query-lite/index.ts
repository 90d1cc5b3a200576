export type { Answer, AnswerCredential, Term } from '../query/answer.ts';
export type { Bindings, Parameter } from '../query/bind-parameters.ts';
export { type QueryRefusal, QueryRefusedError } from '../query/query-refused-error.ts';
export {
  createLiteQueryEngine,
  type LiteQueryEngine,
  type LiteQueryEngineOptions,
  type LiteQueryOptions,
} from './create-lite-query-engine.ts';
