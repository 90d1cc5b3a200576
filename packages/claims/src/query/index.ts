export type { Answer, Term } from './answer.ts';
export {
  createQueryEngine,
  type QueryEngine,
  type QueryEngineOptions,
} from './create-query-engine.ts';
export { type QueryRefusal, QueryRefusedError } from './query-refused-error.ts';
