/** Names one fact in an address of the app: its path in the vault. */
export function factAddress(resource: string): string {
  return new URL(resource).pathname.slice(1);
}
