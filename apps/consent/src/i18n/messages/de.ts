// All chapters in German, loaded as one file: on a slow telephone each file costs a round trip.
export { messages as accessibility } from './de/accessibility.ts';
export { messages as corrections } from './de/corrections.ts';
export { messages as counter } from './de/counter.ts';
export { messages as facts } from './de/facts.ts';
export { messages as grants } from './de/grants.ts';
export { messages as help } from './de/help.ts';
export { messages as helpers } from './de/helpers.ts';
export { messages as law } from './de/law.ts';
export { messages as log } from './de/log.ts';
export { messages as objections } from './de/objections.ts';
export { messages as receipts } from './de/receipts.ts';
export { messages as representation } from './de/representation.ts';
export { messages as requests } from './de/requests.ts';
export { messages as rights } from './de/rights.ts';
export { messages as settings } from './de/settings.ts';
export { messages as start } from './de/start.ts';
