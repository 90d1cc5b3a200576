import type { Notice } from '@grondslag/legal-basis';

/** Something that is told now. */
export type OpenNotice = Extract<Notice, { readonly delayed: false }>;
/** The place of something told later. */
export type DelayedNotice = Extract<Notice, { readonly delayed: true }>;

export function isOpenNotice(notice: Notice): notice is OpenNotice {
  return !notice.delayed;
}

export function isDelayedNotice(notice: Notice): notice is DelayedNotice {
  return notice.delayed;
}
