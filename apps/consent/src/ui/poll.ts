/** While a page is visible its data are asked again this often. */
const POLL_EVERY_MS = 5_000;
/** What is told when it changes is asked this often all the same: a message can get lost. */
export const POLL_SELDOM_MS = 30_000;

/** Of whom the authority tells now what changes, and until when that is believed; set by who listens to it. */
export const told = { of: '', untilMs: 0 };

/** How often to ask for what the authority tells a citizen of, in milliseconds. A helper is told nothing of another. */
export function pollWhatIsTold(citizen: string): () => number {
  return () => (told.of === citizen && Date.now() < told.untilMs ? POLL_SELDOM_MS : POLL_EVERY_MS);
}
