export { type Addresses, addressesFrom, findFreePort, PortTakenError } from './addresses.ts';
export { ServiceFailedError } from './processes/start-service.ts';
export { logIn } from './seed/log-in.ts';
export type { Account } from './stack-state.ts';
export { type DevStack, type DevStackOptions, startDevStack } from './start-dev-stack.ts';
export { type Citizen, createCitizen } from './story/citizen.ts';
export { incomeQuestion, placeTamperedFact, removeFact } from './story/facts.ts';
export { waitForReads } from './story/with-agency-sdk.ts';
