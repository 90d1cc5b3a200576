/** One step of the schema. Once released it never changes: the next change is the next migration. */
export interface Migration {
  /** `0001-what`; migrations run in this order. */
  readonly id: string;
  readonly statements: readonly string[];
}
