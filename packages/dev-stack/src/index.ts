export { type Addresses, addressesFrom, findFreePort, PortTakenError } from './addresses.ts';
export { readConsentGate } from './cases/read-cases.ts';
export { conformanceAccounts } from './conformance-accounts.ts';
export { sandboxCitizens } from './describe-demo.ts';
export { createSource, type Source } from './placing/create-source.ts';
export { readOperatorKeys } from './processes/read-operator-keys.ts';
export { ServiceFailedError } from './processes/start-service.ts';
export { type Character, characters, NO_VAULT } from './sandbox/characters.ts';
export { logIn } from './seed/log-in.ts';
export { income } from './seed/people.ts';
export { openSigners, type SignDraft } from './seed/sign-fact.ts';
export { type CreatedAccount, createVaultAccount } from './seed/vault-account.ts';
export { stackFolder } from './stack-folder.ts';
export {
  type Account,
  accountOf,
  mandateOf,
  officialKey,
  officialKeyId,
  readStackState,
} from './stack-state.ts';
export { type DevStack, type DevStackOptions, startDevStack } from './start-dev-stack.ts';
export { type Citizen, createCitizen } from './story/citizen.ts';
export { incomeQuestion, placeDamagedFact, removeFact } from './story/facts.ts';
export { openAgency } from './story/open-agency.ts';
export { createTelling } from './story/tell.ts';
export { tellWithAgencySdk, waitForReads } from './story/with-agency-sdk.ts';
export { tellWithInruptLibrary } from './story/with-inrupt-library.ts';
export { type LegalBasisCast, tellWithLegalBases } from './story/with-legal-bases.ts';
