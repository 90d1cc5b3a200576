import type { Notice } from '@grondslag/legal-basis';

type OpenNotice = Extract<Notice, { delayed: false }>;

/** Something to tell a citizen. */
export interface NewNotice {
  readonly citizen: string;
  /** Until then it is counted and nothing more. */
  readonly hiddenUntil?: Date;
  readonly notice: OpenNotice;
}

/** What citizens are told; others write it, in the transaction of what it is about. */
export interface NoticeStore {
  /** Newest first. */
  list(
    citizen: string,
    page: { readonly olderThan?: string; readonly limit: number },
  ): Promise<readonly NewNotice[]>;
}
