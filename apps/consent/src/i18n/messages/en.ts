// All chapters in English, loaded as one file: on a slow telephone each file costs a round trip.
export { messages as accessibility } from './en/accessibility.ts';
export { messages as corrections } from './en/corrections.ts';
export { messages as counter } from './en/counter.ts';
export { messages as facts } from './en/facts.ts';
export { messages as grants } from './en/grants.ts';
export { messages as help } from './en/help.ts';
export { messages as helpers } from './en/helpers.ts';
export { messages as law } from './en/law.ts';
export { messages as log } from './en/log.ts';
export { messages as objections } from './en/objections.ts';
export { messages as receipts } from './en/receipts.ts';
export { messages as representation } from './en/representation.ts';
export { messages as requests } from './en/requests.ts';
export { messages as rights } from './en/rights.ts';
export { messages as settings } from './en/settings.ts';
export { messages as start } from './en/start.ts';
