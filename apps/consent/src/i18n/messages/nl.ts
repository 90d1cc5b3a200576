// All chapters in Dutch, loaded as one file: on a slow telephone each file costs a round trip.
export { messages as accessibility } from './nl/accessibility.ts';
export { messages as corrections } from './nl/corrections.ts';
export { messages as counter } from './nl/counter.ts';
export { messages as facts } from './nl/facts.ts';
export { messages as grants } from './nl/grants.ts';
export { messages as help } from './nl/help.ts';
export { messages as helpers } from './nl/helpers.ts';
export { messages as law } from './nl/law.ts';
export { messages as log } from './nl/log.ts';
export { messages as objections } from './nl/objections.ts';
export { messages as receipts } from './nl/receipts.ts';
export { messages as representation } from './nl/representation.ts';
export { messages as requests } from './nl/requests.ts';
export { messages as rights } from './nl/rights.ts';
export { messages as settings } from './nl/settings.ts';
export { messages as start } from './nl/start.ts';
