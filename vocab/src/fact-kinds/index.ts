export type { FactField, FactKind, FactKinds, FactTheme, Phrase } from './fact-kind.ts';
export { factKinds } from './fact-kinds.ts';
