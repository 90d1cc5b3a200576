import type { messages as accessibility } from './nl/accessibility.ts';
import type { messages as corrections } from './nl/corrections.ts';
import type { messages as counter } from './nl/counter.ts';
import type { messages as facts } from './nl/facts.ts';
import type { messages as grants } from './nl/grants.ts';
import type { messages as help } from './nl/help.ts';
import type { messages as helpers } from './nl/helpers.ts';
import type { messages as law } from './nl/law.ts';
import type { messages as log } from './nl/log.ts';
import type { messages as objections } from './nl/objections.ts';
import type { messages as receipts } from './nl/receipts.ts';
import type { messages as representation } from './nl/representation.ts';
import type { messages as requests } from './nl/requests.ts';
import type { messages as rights } from './nl/rights.ts';
import type { messages as settings } from './nl/settings.ts';
import type { messages as start } from './nl/start.ts';

/**
 * The chapters of what the app says, each a file in every language. The first is there at once, the others come with
 * the pages that need them: see `Lazy`.
 */
export interface Chapters {
  readonly start: typeof start;
  readonly facts: typeof facts;
  readonly corrections: typeof corrections;
  readonly requests: typeof requests;
  readonly grants: typeof grants;
  readonly log: typeof log;
  readonly help: typeof help;
  readonly settings: typeof settings;
  readonly accessibility: typeof accessibility;
  readonly helpers: typeof helpers;
  readonly law: typeof law;
  readonly objections: typeof objections;
  readonly receipts: typeof receipts;
  readonly rights: typeof rights;
  readonly counter: typeof counter;
  readonly representation: typeof representation;
}
export type Chapter = keyof Chapters;

/** One chapter in another language: the same keys. */
export type Translation<Of extends Chapter> = Readonly<Record<keyof Chapters[Of], string>>;

/** All that the app says, in Dutch. */
export type Dutch = typeof start &
  typeof facts &
  typeof corrections &
  typeof requests &
  typeof grants &
  typeof log &
  typeof help &
  typeof settings &
  typeof accessibility &
  typeof helpers &
  typeof law &
  typeof objections &
  typeof receipts &
  typeof rights &
  typeof counter &
  typeof representation;

/** Name of a text on screen. */
export type MessageKey = keyof Dutch;
