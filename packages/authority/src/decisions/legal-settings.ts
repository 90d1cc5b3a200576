import {
  createLawRegister,
  knownLaws,
  type LawRegister,
  type Sensitivity,
} from '@grondslag/legal-basis';

/** What decisions about legal bases depend on, beyond what is on record. */
export interface LegalSettings {
  /** WebIDs of those who may admit, suspend and remove. */
  readonly operators: readonly string[];
  readonly laws: LawRegister;
  /** What kinds of fact are known for, beside what agencies say of them: by kind of claim. */
  readonly sensitivities: Readonly<Record<string, readonly Sensitivity[]>>;
  /** What happens to a consent request of more than is registered. */
  readonly moreThanRegistered: 'refuse' | 'warn';
  /** What happens to a consent request of a registered public body that nobody says is free. */
  readonly consentGate: 'enforce' | 'warn';
}

/** Nobody is operator, the laws are those of the kit, and everything is refused that the rules refuse. */
export const defaultLegalSettings: LegalSettings = {
  operators: [],
  laws: createLawRegister([knownLaws]),
  sensitivities: {},
  moreThanRegistered: 'refuse',
  consentGate: 'enforce',
};
