/** The code or the words of a page could not be loaded. */
export class PageCodeError extends Error {
  override readonly name = 'PageCodeError';
  readonly code: 'page_offline' | 'page_not_loaded';

  /** @param isOffline whether that is for want of a connection */
  constructor(isOffline: boolean, cause: unknown) {
    super('The code of this page did not load', { cause });
    this.code = isOffline ? 'page_offline' : 'page_not_loaded';
  }
}
