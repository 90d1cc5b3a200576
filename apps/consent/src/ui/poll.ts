/** While a page is visible its data are asked again this often. */
export const POLL_EVERY_MS = 5_000;
/** What is told when it changes is asked this often all the same: a message can get lost. */
export const POLL_SELDOM_MS = 30_000;

/** Whether the authority tells now what changes; set by who listens to it. */
export const told: { byAuthority: boolean } = { byAuthority: false };

/** How often to ask for what the authority tells of, in milliseconds. */
export function pollWhatIsTold(): number {
  return told.byAuthority ? POLL_SELDOM_MS : POLL_EVERY_MS;
}
