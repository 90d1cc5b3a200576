/** Forgets all that the app keeps on this device and in this tab, but not the sign-in: signing out does that. */
export function forgetDevice(device: Pick<Storage, 'clear'>, tab: Pick<Storage, 'clear'>): void {
  for (const storage of [device, tab]) {
    try {
      storage.clear();
    } catch {
      // Storage is closed: there is nothing in it.
    }
  }
}
