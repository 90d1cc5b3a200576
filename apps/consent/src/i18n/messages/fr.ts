// All chapters in French, loaded as one file: on a slow telephone each file costs a round trip.
export { messages as accessibility } from './fr/accessibility.ts';
export { messages as corrections } from './fr/corrections.ts';
export { messages as counter } from './fr/counter.ts';
export { messages as facts } from './fr/facts.ts';
export { messages as grants } from './fr/grants.ts';
export { messages as help } from './fr/help.ts';
export { messages as helpers } from './fr/helpers.ts';
export { messages as law } from './fr/law.ts';
export { messages as log } from './fr/log.ts';
export { messages as objections } from './fr/objections.ts';
export { messages as receipts } from './fr/receipts.ts';
export { messages as representation } from './fr/representation.ts';
export { messages as requests } from './fr/requests.ts';
export { messages as rights } from './fr/rights.ts';
export { messages as settings } from './fr/settings.ts';
export { messages as start } from './fr/start.ts';
